using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Rankings;

namespace EduAnalytics.Plots;

/// <summary>Org units as horizontal bars in the order given. The height follows from the rows.</summary>
public sealed record RankingSpec : PlotSpec
{
    public string Subtitle { get; init; } = "";

    /// <summary>The one period all values belong to; repeated in every mark.</summary>
    public required string Period { get; init; }

    public required ValueList<RankingRow> Rows { get; init; }

    public required RankingTexts Texts { get; init; }

    public TargetLine? Target { get; init; }

    public override PlotTable Table() => PlotTable.Of(
        [Texts.OrgUnit, Period, Texts.Before, Texts.Change, Texts.Status],
        Rows.Select(row => new[]
        {
            RowInk.NameText(this, row),
            row.Value is { } value ? Numbers.WithUnit(value) : Texts.NoData,
            row.Before is { } before ? Numbers.WithUnit(before) : "",
            row.Change,
            row.Status switch { RowStatus.Met => Texts.Met, RowStatus.Missed => Texts.Missed, _ => "" },
        }));

    internal override void Check() => SpecCheck.Unique(Rows.Select(row => row.Id));

    internal override Picture Draw() => RankingLayout.Draw(this);
}

/// <param name="Id">Unique in the plot.</param>
/// <param name="Name">As printed before the bar.</param>
/// <param name="Value">In the plot's unit; null is listed in words and never drawn as zero.</param>
/// <param name="Status">Shown by colour, sign and word.</param>
/// <param name="Change">Change against the period before, as printed, such as <c>+1.2</c>; empty for none.</param>
public sealed record RankingRow(
    string Id, string Name, decimal? Value, RowStatus Status = RowStatus.None, string Change = "")
{
    /// <summary>Generated, not real: drawn paler with a dashed outline, and named with the suffix for it.</summary>
    public bool Synthetic { get; init; }

    public bool Highlighted { get; init; }

    /// <summary>The value of the period before, in the plot's unit: a stroke across the bar where it differs; null for none.</summary>
    public decimal? Before { get; init; }

    /// <summary>Why the row's value is not shown, said in the place of it; null where there is none.</summary>
    public string? Withheld { get; init; }
}

/// <summary>None where the indicator has no target or the row no value.</summary>
public enum RowStatus { None, Met, Missed }

/// <summary>The words of a ranking beside its title and names.</summary>
public sealed record RankingTexts
{
    public required string Met { get; init; }

    public required string Missed { get; init; }

    public required string NoData { get; init; }

    /// <summary>Heads the column of changes, such as <c>较上年</c>.</summary>
    public required string Change { get; init; }

    /// <summary>In the key beside the tick of the period before, such as <c>上年</c>.</summary>
    public required string Before { get; init; }

    /// <summary>Heads the names in the table.</summary>
    public required string OrgUnit { get; init; }

    /// <summary>Heads met and missed in the table.</summary>
    public required string Status { get; init; }

    public required string SyntheticSuffix { get; init; }

    public required string SyntheticKey { get; init; }
}
