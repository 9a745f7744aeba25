-- What was agreed and how many came are numbers in every source we know, and sort and add up as such.
alter table strategy.actions alter column target_value type numeric using target_value::numeric;
alter table learning.events alter column attendance type integer using attendance::integer;
