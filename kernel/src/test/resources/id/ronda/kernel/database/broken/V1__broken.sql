create table half (id integer); select no_such_function();
