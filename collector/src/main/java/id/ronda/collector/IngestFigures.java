package id.ronda.collector;

/**
 * How fast rows were stored.
 *
 * @param rows of each of the three ways
 * @param bareRowsPerSecond binary COPY and nothing else, 240,000 rows a transaction
 * @param storeRowsPerSecond batches with their names, progress and partitions, the same size
 * @param spoolRowsPerSecond from the append to the commit, through the files
 * @param ratio spool to bare
 * @param bytesPerRow on the disk of the database, with the index
 * @param cpuSecondsPerMillionRows of this process (not the server's), on the way through the spool
 * @param databaseCpuSecondsPerMillionRows of the database's processes on the same way, NaN if they are not on this machine
 */
public record IngestFigures(
        long rows,
        double bareRowsPerSecond,
        double storeRowsPerSecond,
        double spoolRowsPerSecond,
        double ratio,
        double bytesPerRow,
        double cpuSecondsPerMillionRows,
        double databaseCpuSecondsPerMillionRows) {}
