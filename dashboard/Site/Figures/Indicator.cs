namespace EduAnalytics.Dashboard.Figures;

public enum Direction
{
    HigherIsBetter,
    LowerIsBetter,
    Neutral,
}

/// <summary>An indicator as a list shows it. Fields as in <c>Figures/Indicator.graphql</c>.</summary>
/// <param name="Unit">The catalogue's word, such as <c>percent</c>; the screen writes its own sign for it.</param>
/// <param name="Definition">The formula in words and measure codes, in Chinese.</param>
/// <param name="Source">The policy document it comes from.</param>
/// <param name="Stages">The stages it is kept for; asking for another is an error.</param>
public sealed record Indicator(
    string Code,
    string Name,
    string? NameEn,
    string Group,
    string Unit,
    int Decimals,
    Direction Direction,
    IReadOnlyList<SchoolStage> Stages,
    string Definition,
    string? DefinitionEn,
    string? Source);
