-- A module's table, with the trail attached as a module attaches it.
create table stock.item (
    room   text not null
  , number int  not null
  , name   text
  , code   text
  , price  numeric(10, 2)
  , tags   text[] not null default '{}'
  , pin    text
  , seen   int
  , primary key (room, number)
);
create trigger audit after insert or delete or update on stock.item for each row
    execute function identity.audit_row('item', 'room,number', 'name,code', 'pin', 'seen');
