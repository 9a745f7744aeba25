-- PostgreSQL lets everybody put a function it may execute behind a trigger on a table of his own, with arguments of his own.
-- search.keep and search.follow run SQL from their arguments as the owner, so a visitor with a temporary table could have
-- the owner read and change anything. A trigger that stands fires without this right.
revoke execute on function search.keep, search.forget, search.follow, search.told from public;
revoke execute on function identity.refuse_change, figures.note_recording from public;
revoke execute on function platform.guard, platform.open_to_all from public;
