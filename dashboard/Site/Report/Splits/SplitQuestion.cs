using System.Text.Json.Serialization;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Report.Grades;

namespace EduAnalytics.Dashboard.Report.Splits;

/// <summary>What is asked for where the tree parts a unit's count by stage, or by grade and sex.</summary>
/// <param name="Unit">The unit whose count is parted.</param>
/// <param name="By">Without units, in the order of the levels.</param>
public sealed record SplitQuestion(string Unit, Indicator Indicator, string Period, IReadOnlyList<TreeSplit> By)
{
    public const string Document = "Report/Splits/Split.graphql";

    [JsonIgnore]
    public bool IsByStage => By.Contains(TreeSplit.Stage);

    [JsonIgnore]
    public IReadOnlyDictionary<string, object?> Variables => new Dictionary<string, object?>(VariablesOf(this))
    {
        ["indicator"] = Indicator.Code,
        ["period"] = Period,
    };

    /// <summary>Beside indicator and period.</summary>
    /// <param name="question">Null for no split.</param>
    public static IReadOnlyDictionary<string, object?> VariablesOf(SplitQuestion? question)
    {
        var variables = Enum.GetValues<SchoolStage>().ToDictionary(
            stage => stage.ToString().ToLowerInvariant(), stage => (object?)(question is { IsByStage: true } && question.Indicator.Stages.Contains(stage)));
        variables["splitUnit"] = question?.Unit ?? string.Empty;
        variables["withRows"] = question is { IsByStage: false };
        variables["by"] = (question?.By ?? []).Where(one => one is TreeSplit.Grade or TreeSplit.Sex).Select(one => one.ToString().ToUpperInvariant()).ToList();
        return variables;
    }

    public bool Asks(SplitQuestion other) =>
        Unit == other.Unit && Indicator.Code == other.Indicator.Code && Period == other.Period && By.SequenceEqual(other.By);
}

/// <summary>The answer to it.</summary>
/// <param name="OrgUnit">Null where the unit could not be read.</param>
public sealed record SplitAnswer(SplitOf? OrgUnit);

/// <summary>A unit's values by stage, or its rows by grade and sex; null what was not asked for.</summary>
public sealed record SplitOf(
    Reading? Kindergarten = null, Reading? Primary = null, Reading? Junior = null, Reading? Senior = null, Breakdown? Breakdown = null)
{
    public Reading? Of(SchoolStage stage) => stage switch
    {
        SchoolStage.Kindergarten => Kindergarten,
        SchoolStage.Primary => Primary,
        SchoolStage.Junior => Junior,
        _ => Senior,
    };
}
