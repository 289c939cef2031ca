package id.ronda.simulator.regency;

import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Syntax;
import java.util.List;

/** What the radios serve: the access point of the assembly hall, and the two ends of the link to a district. */
final class RadioAgents {
    private static final String UNIFI = "1.3.6.1.4.1.41112.1.6.";
    private static final String AIRMAX = "1.3.6.1.4.1.41112.1.4.";
    private static final String DOT11 = "1.2.840.10036.3.1.2.1.";
    private static final String FROGFOOT = "1.3.6.1.4.1.10002.1.1.1.";

    private final World world;

    RadioAgents(World world) {
        this.world = world;
    }

    /** A UniFi access point with two radios and two networks. */
    ObjectTree accessPoint() {
        Crowd hall = world.hall();
        AgentTree tree = new AgentTree(world)
                .system("UAP-AC-Pro-Gen2 6.6.55.15189", "1.3.6.1.4.1.41112", "wifi-aula", "Aula Pemkab Pesawaran")
                .text(UNIFI + "3.3.0", "UAP-AC-Pro-Gen2")
                .text(UNIFI + "3.6.0", "6.6.55.15189");
        InterfaceTable.write(
                tree,
                31,
                List.of(Port.ethernet(2, "eth0", "switch-4", 1_000, List.of(hall.down()), List.of(hall.up()))));
        radio(tree, 1, "ng", 0.35);
        radio(tree, 2, "na", 0.65);
        network(tree, 1, "Pesawaran-Publik", "ng", 0.25);
        network(tree, 2, "Pesawaran-Publik", "na", 0.5);
        network(tree, 3, "Pegawai", "ng", 0.1);
        network(tree, 4, "Pegawai", "na", 0.15);
        return tree.build();
    }

    private static void radio(AgentTree tree, int index, String name, double share) {
        String radios = UNIFI + "1.1.1.";
        tree.text(radios + "2." + index, "radio" + index)
                .text(radios + "3." + index, name)
                .reading(radios + "6." + index, at -> 12 + 60 * share * busy(at) + 3 * at.flicker(140 + index))
                .reading(radios + "7." + index, at -> 4 + 16 * share * busy(at))
                .reading(radios + "8." + index, at -> 3 + 30 * share * busy(at))
                .reading(radios + "9." + index, at -> 9 + 2 * at.drift(40 + index));
    }

    private static void network(AgentTree tree, int index, String name, String radio, double share) {
        String networks = UNIFI + "1.2.1.";
        tree.text(networks + "6." + index, name)
                .text(networks + "9." + index, radio)
                .reading(networks + "3." + index, at -> 930 - 180 * busy(at))
                .reading(networks + "8." + index, at -> at.hall().people() * share)
                .integer(networks + "21." + index, 20)
                .integer(networks + "22." + index, 1);
    }

    private static double busy(World at) {
        return (double) at.hall().people() / at.hall().most();
    }

    /** The end of the link on the tower. */
    ObjectTree towerRadio() {
        AgentTree tree = radio("radio-menara", "Menara Gedong Tataan", "Rocket M5", -57, 27);
        String station = AIRMAX + "7.1.";
        String index = "1.2.0.94.0.0.34";
        return tree.text(station + "2." + index, "radio-kecamatan")
                .reading(station + "3." + index, at -> -59 + 2 * at.drift(53))
                .reading(station + "4." + index, at -> -96 + at.drift(54))
                .reading(station + "6." + index, at -> 94 + 3 * at.drift(55))
                .reading(station + "21." + index, at -> 3 + 2 * at.rhythm())
                .build();
    }

    /** The end of the link at the district's office. */
    ObjectTree districtRadio() {
        return radio("radio-kecamatan", "Kecamatan Gedong Tataan", "NanoBeam M5 19", -59, 24)
                .build();
    }

    private AgentTree radio(String name, String location, String model, double signal, int dBm) {
        boolean tower = dBm > 25;
        Crowd people = world.district();
        AgentTree tree = new AgentTree(world)
                .system("Linux 2.6.32.71 #1 XW.ar934x.v6.3.11", "1.3.6.1.4.1.10002.1", name, location)
                .text(DOT11 + "3.5", model)
                .text(DOT11 + "4.5", "XW.ar934x.v6.3.11.33396.230425.1742");
        List<Meter> air = List.of(tower ? people.up() : people.down());
        List<Meter> wire = List.of(tower ? people.down() : people.up());
        InterfaceTable.write(
                tree,
                33 + (tower ? 0 : 1),
                List.of(
                        Port.ethernet(2, "eth0", "", 100, wire, air),
                        new Port(5, "ath0", "kecamatan", 71, 300, at -> true, at -> 0, air, wire)));
        return airMax(tree, signal, dBm, tower);
    }

    private static AgentTree airMax(AgentTree tree, double signal, int dBm, boolean tower) {
        int channel = tower ? 50 : 56;
        String radio = AIRMAX + "5.1.";
        return tree.integer(AIRMAX + "1.1.4.1", 5_745)
                .integer(AIRMAX + "1.1.6.1", dBm)
                .text(radio + "2.1", "KOMINFO-PTP")
                .reading(radio + "5.1", at -> signal + 2 * at.drift(channel))
                .reading(radio + "7.1", at -> 95 + 3 * at.drift(channel + 1))
                .reading(radio + "8.1", at -> -96 + at.drift(channel + 2))
                .integer(radio + "9.1", 240_000_000)
                .integer(radio + "10.1", 216_000_000)
                .integer(radio + "15.1", 1)
                .reading(AIRMAX + "6.1.3.1", at -> 88 + 6 * at.drift(channel))
                .reading(AIRMAX + "6.1.4.1", at -> 81 + 6 * at.drift(channel))
                .reading(AIRMAX + "6.1.7.1", at -> 10 * (3 + 40 * at.rhythm()))
                .reading(AIRMAX + "8.3.0", at -> 100 * (9 + 20 * at.rhythm()))
                .constant(FROGFOOT + "1.1.0", Syntax.GAUGE32, 61_464)
                .reading(FROGFOOT + "1.2.0", Syntax.GAUGE32, at -> 30_800 - 1_500 * at.rhythm());
    }
}
