using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Compare;

/// <summary>What the compare page has read: enough to answer a change of years without asking again.</summary>
/// <param name="Answer">Null where there is nothing to compare: no unit or no indicator.</param>
public sealed record CompareData(CatalogueAnswer Catalogue, CompareQuestion? Question, CompareAnswer? Answer);

/// <summary>The question put to the gateway, with nothing left open.</summary>
/// <param name="Units">Org unit ids; empty where all children of <see cref="Parent"/> are asked for.</param>
/// <param name="AsOf">A past moment; null for now.</param>
public sealed record CompareQuestion(Indicator Indicator, IReadOnlyList<string> Units, SchoolStage? Stage, PastMoment? AsOf = null)
{
    public const string Document = "Compare/Compare.graphql";

    /// <summary>The unit whose children are compared; null where they are named.</summary>
    public string? Parent { get; init; }

    /// <summary>The districts not compared, for the band behind the lines; empty where nothing stands out from them.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    public IReadOnlyDictionary<string, object?> Variables => new Dictionary<string, object?>
    {
        ["units"] = Parent is null ? Units : null,
        ["parent"] = Parent,
        ["others"] = Others,
        ["withOthers"] = Others.Count > 0,
        ["indicator"] = Indicator.Code,
        ["stage"] = StageText.CodeOf(Stage),
        ["asOf"] = AsOf?.Variable,
    };

    public bool Asks(CompareQuestion other) =>
        Indicator.Code == other.Indicator.Code && Stage == other.Stage && AsOf == other.AsOf && Parent == other.Parent && Units.SequenceEqual(other.Units);
}
