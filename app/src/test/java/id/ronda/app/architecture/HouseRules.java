package id.ronda.app.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All rules by their name, for classes below a root package: that of the product, or that of the fixtures that break every one.
 */
final class HouseRules {

    private HouseRules() {}

    static Map<String, ArchRule> under(String root) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("modules call to the left", ModuleRules.callToTheLeft(root));
        rules.put("modules show one package", ModuleRules.showOnePackage(root));
        rules.put("rooms have no cycles", ModuleRules.noCycles(root));
        rules.put("packages are null-marked", ModuleRules.nullMarked());
        rules.put("SQL stays in stores", EdgeRules.sqlInStores(root));
        rules.put("SNMP4J stays at the socket", EdgeRules.snmpAtTheSocket(root));
        rules.put("SNMP values stay in the collector", EdgeRules.snmpValuesInTheCollector(root));
        rules.put("Netty stays at the sockets", EdgeRules.nettyAtTheSockets(root));
        rules.put("only app touches the process", EdgeRules.processInApp(root));
        rules.put("one logging API", ConductRules.oneLoggingApi());
        rules.put("nobody sleeps", ConductRules.nobodySleeps());
        rules.put("names say something", ConductRules.namesSaySomething());
        rules.put("exceptions have a name", ConductRules.exceptionsHaveAName());
        return rules;
    }
}
