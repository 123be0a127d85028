using ArchUnitNET.Domain;

namespace EduAnalytics.Architecture.Tests.Layers;

/// <summary>Words that say nothing, or say with another word what the domain has one word for.</summary>
internal static class NameRules
{
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["Manager"] = "say what it does",
        ["Helper"] = "say what it does",
        ["Util"] = "say what it does",
        ["Utils"] = "say what it does",
        ["Utility"] = "say what it does",
        ["Common"] = "name the subject",
        ["Base"] = "name what the heirs are",
        ["Info"] = "name what is known",
        ["Dto"] = "name the thing",
        ["Impl"] = "name how it does it",
        ["Organisation"] = "OrgUnit",
        ["Organization"] = "OrgUnit",
        ["Region"] = "OrgUnit",
        ["TimeRange"] = "Period",
        ["Kpi"] = "Indicator",
        ["Upload"] = "Submission",
        ["Anomaly"] = "Finding",
        ["Pupil"] = "Student",
        ["Enrollment"] = "Enrolment",
    };

    // A word of the public GraphQL contract, which follows the convention for connections.
    private const string ContractWord = "PageInfo";

    public static IEnumerable<string> Breaches(IEnumerable<IType> types) =>
        from type in types
        from word in Refused
        where Holds(type.Name.Replace(ContractWord, "", StringComparison.Ordinal), word.Key)
        select $"{type.FullName}: instead of '{word.Key}', {word.Value}";

    // A word ends where the next capital, a generic's mark or the name's end comes: 'Info' is not in 'Information'.
    private static bool Holds(string name, string word)
    {
        for (var at = name.IndexOf(word, StringComparison.Ordinal); at >= 0; at = name.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (at + word.Length is var end && (end == name.Length || !char.IsLower(name[end])))
                return true;
        return false;
    }
}
