using EduAnalytics.Plots.Colours;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.StatusMaps;

namespace EduAnalytics.Plots;

/// <summary>
/// Org units by indicators, each cell with its value and how it stands to the target: by sign, colour and, in the mark,
/// word. Columns that find no room stand below in a second block. The height follows.
/// </summary>
public sealed record StatusMapSpec : PlotSpec
{
    public string Subtitle { get; init; } = "";

    /// <summary>The indicators, in the order of every row's cells.</summary>
    public required ValueList<StatusMapColumn> Columns { get; init; }

    public required ValueList<StatusMapRow> Rows { get; init; }

    public required StatusMapTexts Texts { get; init; }

    public override PlotTable Table() => PlotTable.Of(
        [Texts.OrgUnit, .. Columns.Select(column => column.Name)],
        Rows.Select(row => row.Cells.Select(cell => Texts.Of(cell) is { Length: > 0 } status ? $"{cell.Text} ({status})" : cell.Text)
            .Prepend(row.Synthetic ? row.Name + Texts.SyntheticSuffix : row.Name)));

    /// <summary>What a cell of the picture says, to be said where the cells stand without one.</summary>
    /// <param name="column">Index into <see cref="Columns"/>.</param>
    public PlotMark MarkOf(StatusMapRow row, int column) => MarkOf(row, column, default);

    internal PlotMark MarkOf(StatusMapRow row, int column, PixelBox box)
    {
        var cell = row.Cells[column];
        return new PlotMark(
            row.Id, row.Name, column, Columns[column].Name, cell.Value, cell.Text, box.X + box.Width / 2, box.Y + box.Height / 2, box,
            StatusSign.Colour(cell.Status, ThemeColours.Of(Theme)), row.Synthetic)
        { Note = Texts.Of(cell) };
    }

    internal override void Check()
    {
        SpecCheck.Unique(Columns.Select(column => column.Id));
        SpecCheck.Unique(Rows.Select(row => row.Id));
        foreach (var row in Rows)
            SpecCheck.Demand(
                row.Cells.Count == Columns.Count,
                $"Row '{row.Id}' has {row.Cells.Count} cells for {Columns.Count} columns; it needs one a column.");
    }

    internal override Picture Draw() => StatusMapLayout.Draw(this);
}

/// <param name="Id">Unique among the columns.</param>
/// <param name="Name">As printed above the cells, in up to four lines.</param>
public sealed record StatusMapColumn(string Id, string Name);

/// <param name="Id">Unique among the rows.</param>
/// <param name="Name">As printed before the cells.</param>
/// <param name="Cells">One a column.</param>
public sealed record StatusMapRow(string Id, string Name, ValueList<StatusCell> Cells)
{
    /// <summary>Generated, not real: named with the suffix for it.</summary>
    public bool Synthetic { get; init; }

    public bool Highlighted { get; init; }
}

/// <param name="Value">In the indicator's unit; null where there is none, or none that may be shown.</param>
/// <param name="Text">The value with its unit, or the reason why there is none: said by the mark and the table.</param>
/// <param name="Printed">As printed in the cell; left out where it does not fit.</param>
/// <param name="Status">None where the indicator has no target or the cell no value.</param>
public sealed record StatusCell(decimal? Value, string Text, string Printed, RowStatus Status = RowStatus.None);

/// <summary>The words of a status map beside its title and names.</summary>
public sealed record StatusMapTexts
{
    public required string Met { get; init; }

    public required string Missed { get; init; }

    /// <summary>In the key beside a cell with a value and no target.</summary>
    public required string NoTarget { get; init; }

    public required string NoData { get; init; }

    /// <summary>Heads the rows' names in the table.</summary>
    public required string OrgUnit { get; init; }

    public required string SyntheticSuffix { get; init; }

    internal string Of(StatusCell cell) => cell switch
    {
        { Status: RowStatus.Met } => Met,
        { Status: RowStatus.Missed } => Missed,
        { Value: not null } => NoTarget,
        _ => "",
    };
}
