using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Compare;

/// <summary>What the compare page has read: enough to answer a change of years without asking again.</summary>
/// <param name="Answer">Null where there is nothing to compare: no unit or no indicator.</param>
public sealed record CompareData(CatalogueAnswer Catalogue, CompareQuestion? Question, CompareAnswer? Answer);

/// <summary>The question put to the gateway, with nothing left open.</summary>
/// <param name="Units">Org unit ids.</param>
/// <param name="AsOf">A past moment; null for now.</param>
public sealed record CompareQuestion(Indicator Indicator, IReadOnlyList<string> Units, SchoolStage? Stage, PastMoment? AsOf = null)
{
    public const string Document = "Compare/Compare.graphql";

    public IReadOnlyDictionary<string, object?> Variables => new Dictionary<string, object?>
    {
        ["units"] = Units,
        ["indicator"] = Indicator.Code,
        ["stage"] = StageText.CodeOf(Stage),
        ["asOf"] = AsOf?.Variable,
    };

    public bool Asks(CompareQuestion other) =>
        Indicator.Code == other.Indicator.Code && Stage == other.Stage && AsOf == other.AsOf && Units.SequenceEqual(other.Units);
}
