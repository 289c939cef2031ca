package id.ronda.simulator.regency;

import id.ronda.simulator.ObjectTree;
import java.util.Collections;
import java.util.List;

/** What hangs and stands in the offices: printers, the recorder of the cameras, a camera. */
final class OfficeAgents {
    private static final String DEVICE = "1.3.6.1.2.1.25.3.2.1.";
    private static final String PRINTER = "1.3.6.1.2.1.43.";
    private static final String HIKVISION = "1.3.6.1.4.1.39165.1.";
    private static final String RECORDER = "1.3.6.1.4.1.50001.1.";
    private static final String AXIS = "1.3.6.1.4.1.368.4.1.";
    private static final int CAMERAS = 8;

    private final World world;

    OfficeAgents(World world) {
        this.world = world;
    }

    /** A LaserJet at the general affairs bureau. */
    ObjectTree generalPrinter() {
        return printer(
                world.printers().get(0),
                new Sheet(
                        "1.3.6.1.4.1.11.2.3.9.1",
                        "HP ETHERNET MULTI-ENVIRONMENT,ROM none,JETDIRECT,JD153,EEPROM JSI24300009",
                        "HP LaserJet MFP M428fdw",
                        "VNB3K12345",
                        "printer-umum",
                        "Bagian Umum"));
    }

    /** A Kyocera where identity cards are applied for. */
    ObjectTree counterPrinter() {
        return printer(
                world.printers().get(1),
                new Sheet(
                        "1.3.6.1.4.1.1347.41",
                        "KYOCERA Document Solutions Printing System",
                        "ECOSYS M2540dn",
                        "VCF9123456",
                        "printer-dukcapil",
                        "Dinas Kependudukan dan Catatan Sipil"));
    }

    /** Who a printer is. */
    private record Sheet(
            String objectId, String description, String model, String serial, String name, String location) {}

    /** Printer-MIB (RFC 3805) with one marker, one tray, one black toner. */
    private ObjectTree printer(PrintQueue queue, Sheet sheet) {
        AgentTree tree =
                new AgentTree(world).system(sheet.description(), sheet.objectId(), sheet.name(), sheet.location());
        InterfaceTable.write(tree, 61, List.of(Port.ethernet(1, "eth0", "", 100, List.of(), List.of())));
        return tree.name(DEVICE + "2.1", "1.3.6.1.2.1.25.3.1.5")
                .text(DEVICE + "3.1", sheet.model())
                .integer(DEVICE + "5.1", 2)
                .reading("1.3.6.1.2.1.25.3.5.1.1.1", at -> queue.printing() ? 4 : 3)
                .integer(PRINTER + "5.1.1.1.1", 1)
                .text(PRINTER + "5.1.1.16.1", sheet.model())
                .text(PRINTER + "5.1.1.17.1", sheet.serial())
                .text(PRINTER + "6.1.1.2.1.1", "Penutup depan")
                .integer(PRINTER + "6.1.1.3.1.1", 4)
                .integer(PRINTER + "8.2.1.9.1.1", 500)
                .reading(PRINTER + "8.2.1.10.1.1", at -> queue.sheets())
                .text(PRINTER + "8.2.1.13.1.1", "Baki 1")
                .integer(PRINTER + "10.2.1.3.1.1", 7)
                .reading(PRINTER + "10.2.1.4.1.1", at -> queue.pages())
                .text(PRINTER + "11.1.1.6.1.1", "Toner hitam")
                .integer(PRINTER + "11.1.1.7.1.1", 19)
                .integer(PRINTER + "11.1.1.8.1.1", 100)
                .reading(PRINTER + "11.1.1.9.1.1", at -> queue.tonerPercent())
                .build();
    }

    /** Hikvision's recorder: it writes over the oldest, so its disk stays nearly full. */
    ObjectTree recorder() {
        AgentTree tree = new AgentTree(world)
                .system("Network Video Recorder", "1.3.6.1.4.1.39165.1", "nvr-pendopo", "Pendopo Kabupaten")
                .text(HIKVISION + "1.0", "DS-7616NI-K2")
                .text(HIKVISION + "3.0", "V4.61.025 build 221024")
                .text(HIKVISION + "5.0", "DS-7616NI-K21620221012CCRRK12345678WCVU")
                .written(HIKVISION + "7.0", at -> 34 + 6 * at.flicker(160), "%.0f PERCENT")
                .written(HIKVISION + "9.0", at -> 95 + 2 * at.drift(61), "%.0f PERCENT")
                .text(HIKVISION + "10.0", "2048 MBytes")
                .written(HIKVISION + "11.0", at -> 57 + 2 * at.flicker(161), "%.0f PERCENT")
                .integer(HIKVISION + "20.0", CAMERAS)
                .integer(RECORDER + "230.0", 1)
                .text(RECORDER + "241.1.2.1", "hdd1")
                .integer(RECORDER + "241.1.3.1", 0);
        List<Meter> cameras = Collections.nCopies(CAMERAS, world.cameras());
        InterfaceTable.write(tree, 63, List.of(Port.ethernet(1, "eth0", "", 1_000, cameras, List.of())));
        return tree.build();
    }

    /** An Axis camera at the door of the data centre. */
    ObjectTree camera() {
        AgentTree tree = new AgentTree(world)
                .system(
                        " ; AXIS P3245-V; Network Camera; 10.12.182; Feb 13 2023 10:17; 7DB.1; 1;",
                        "1.3.6.1.4.1.368.1.1",
                        "kamera-ruang",
                        "Ruang server Dinas Kominfo")
                .integer(AXIS + "1.1.3.1.1", 1)
                .integer(AXIS + "3.1.3.1.1", 1)
                .reading(AXIS + "3.1.4.1.1", at -> at.room().celsius() + 17 + at.flicker(162))
                .integer(AXIS + "4.1.2.1", 1);
        InterfaceTable.write(tree, 64, List.of(Port.ethernet(2, "eth0", "", 100, List.of(), List.of(world.cameras()))));
        return tree.build();
    }
}
