-- RFC 2863 ends ifIndex at 2^31 - 1, but line cards tell more: Huawei's OLT number their ports from 4194304000 on.
alter table collector.interface alter column if_index type bigint;
