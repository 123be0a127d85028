namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>A field, how it is asked about a unit, and by what an answer that tells the unit's figures is known.</summary>
/// <param name="Field">Type and name, as the schema has them.</param>
/// <param name="Ask">What stands in the operation, with UNIT in the unit's place.</param>
/// <param name="Tells">What the answer holds where the field is given; RATE in the place of the unit's own number. Null where the field tells no figure and is for everyone.</param>
public sealed record FieldRow(string Field, string Ask, string? Tells)
{
    public bool IsPublic => Tells is null;

    public string AskOf(string unit) => Ask.Replace("UNIT", unit, StringComparison.Ordinal);

    public string TellsOf(string unit) => Tells!.Replace("RATE", RoleServer.RateOf(unit), StringComparison.Ordinal);

    public override string ToString() => Field;

    /// <summary>Every field through which a figure can be asked for, and every other field that stands beside one. What is not here fails a test.</summary>
    public static IReadOnlyList<FieldRow> Reading { get; } =
    [
        Public("Query.orgUnit", """orgUnit(id: "UNIT") { id }"""),
        Public("Query.orgUnits", """orgUnits(where: { parent: "UNIT" }) { totalCount nodes { name } }"""),
        Public("Query.indicator", """indicator(code: "dropout.rate") { name definition }"""),
        Public("Query.indicators", "indicators { code }"),
        Public("Query.standard", """standard(code: "duties-2024") { criteria { threshold } }"""),
        Public("Query.standards", "standards { code }"),
        new("Query.allFindings", """allFindings(at: "UNIT") { totalCount nodes { message messageEn values sources { quote } acknowledgement { note } } counts { rules { count } } }""", "RATE"),
        new("Query.comparison", """comparison(orgUnits: ["UNIT"], indicators: ["fitness.excellent_good_rate"], from: "2022", to: "2023") { series { points { value } } warnings { message } }""", "RATE"),
        new("Query.activity", """activity(orgUnit: "UNIT") { countedSince today { kind submissions lines } minutes { start submissions lines } }""", "\"countedSince\":"),
        new("Query.recentChanges", """recentChanges(orgUnit: "UNIT") { orgUnit { id } indicator { code } before value status changedAt times }""", "\"recentChanges\":"),
        Public("Query.reach", "reach { id }"),
        Public("Query.savedViews", "savedViews { id name address pinned }"),
        Public("OrgUnit.inReach", OfUnit("inReach")),
        Public("OrgUnit.id", OfUnit("id")),
        Public("OrgUnit.name", OfUnit("name")),
        Public("OrgUnit.nameEn", OfUnit("nameEn")),
        Public("OrgUnit.level", OfUnit("level")),
        Public("OrgUnit.stages", OfUnit("stages")),
        Public("OrgUnit.form", OfUnit("form")),
        Public("OrgUnit.parent", OfUnit("parent { name }")),
        Public("OrgUnit.children", OfUnit("children { nodes { id } }")),
        Public("OrgUnit.synthetic", OfUnit("synthetic")),
        new("OrgUnit.value", OfUnit("""value(indicator: "fitness.excellent_good_rate", period: "2023") { value numerator denominator reported status change suppression asOf reportedUnits expectedUnits version explanation { formula contributions { value } sources { quote } } }"""), "优良率达RATE%"),
        new("OrgUnit.series", OfUnit("""series(indicator: "fitness.excellent_good_rate") { value suppression }"""), "RATE"),
        new("OrgUnit.dropoutLedger", OfUnit("""dropoutLedger(period: "2023") { enrolled { value suppression } schoolAge { suppression } confirmed { suppression } suspected { suppression } closed { suppression } reportingRate { suppression } }"""), "\"suppression\":null"),
        new("OrgUnit.distribution", OfUnit("""distribution(indicator: "fitness.excellent_good_rate", stage: PRIMARY, period: "2023") { count mean schools { value numerator denominator basis reported suppression asOf } }"""), "\"schools\":[{"),
        new("OrgUnit.breakdown", OfUnit("""breakdown(indicator: "fitness.pass_rate", period: "2023", by: [GRADE, SEX]) { rows { numerator denominator value } gap suppression reason }"""), "\"gap\":\"NO_RECORDS\""),
        new("OrgUnit.compliance", OfUnit("""compliance(standard: "duties-2024", period: "2023") { met missed noData status results { value margin status remedies { amount } } tallies { missed } }"""), "\"results\":["),
        new("OrgUnit.complianceHistory", OfUnit("""complianceHistory(standard: "duties-2024") { period results { value } }"""), "\"complianceHistory\":["),
        new("OrgUnit.findings", OfUnit("findings { message messageEn values acknowledgement { note } }"), "\"findings\":"),
        new("OrgUnit.problems", OfUnit("problems { text source { quote } }"), "优良率仅RATE%"),
        new("OrgUnit.version", OfUnit("version"), "\"version\":"),
    ];

    private static FieldRow Public(string field, string ask) => new(field, ask, null);

    private static string OfUnit(string ask) => $$"""orgUnit(id: "UNIT") { {{ask}} }""";
}
