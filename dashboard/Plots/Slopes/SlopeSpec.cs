using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Slopes;

namespace EduAnalytics.Plots;

/// <summary>
/// Each unit's way from one period to another. Solid lines get better, dashed ones worse, and every name says by how
/// much. The picture is taller where many names stand below each other.
/// </summary>
public sealed record SlopeSpec : PlotSpec
{
    public string Subtitle { get; init; } = "";

    /// <summary>In CSS pixels; the least, since every line is named.</summary>
    public int Height { get; init; } = 440;

    public required string From { get; init; }

    public required string To { get; init; }

    public required ValueList<SlopeLine> Lines { get; init; }

    public required SlopeTexts Texts { get; init; }

    public TargetLine? Target { get; init; }

    public override PlotTable Table() => PlotTable.Of(
        [Texts.OrgUnit, From, To, Texts.Change, Texts.Course],
        Lines.Select(line => new[]
        {
            line.Synthetic ? line.Name + Texts.SyntheticSuffix : line.Name,
            line.From is { } from ? Numbers.WithUnit(from) : Texts.NoData,
            line.To is { } to ? Numbers.WithUnit(to) : Texts.NoData,
            line.Change,
            Texts.Of(line.Course),
        }));

    internal override void Check()
    {
        SpecCheck.Size(Height, nameof(Height));
        SpecCheck.Unique(Lines.Select(line => line.Id));
        SpecCheck.Demand(From != To, $"Both ends are '{From}'; a slope needs two periods.");
    }

    internal override Picture Draw() => SlopeLayout.Draw(this);
}

/// <param name="Id">Unique in the plot.</param>
/// <param name="From">In the plot's unit; null where there is none. A line needs both ends, a lone end is a marker.</param>
/// <param name="To">Likewise at the later period.</param>
/// <param name="Course">Whether the change is for the better, by the indicator's direction.</param>
/// <param name="Change">As printed, such as <c>+1.2</c>; empty where an end is missing.</param>
public sealed record SlopeLine(string Id, string Name, decimal? From, decimal? To, SlopeCourse Course, string Change)
{
    /// <summary>Generated, not real: hollow markers, and named with the suffix for it.</summary>
    public bool Synthetic { get; init; }

    public bool Highlighted { get; init; }
}

/// <summary>Level where nothing changed, where neither direction is the better one, or where an end is missing.</summary>
public enum SlopeCourse { Level, Better, Worse }

/// <summary>The words of a slope plot beside its title, names and periods.</summary>
public sealed record SlopeTexts
{
    public required string OrgUnit { get; init; }

    public required string Change { get; init; }

    /// <summary>Heads better and worse in the table.</summary>
    public required string Course { get; init; }

    public required string Better { get; init; }

    public required string Worse { get; init; }

    public required string Level { get; init; }

    public required string NoData { get; init; }

    public required string SyntheticSuffix { get; init; }

    public required string SyntheticKey { get; init; }

    internal string Of(SlopeCourse course) => course switch
    {
        SlopeCourse.Better => Better,
        SlopeCourse.Worse => Worse,
        _ => Level,
    };
}
