namespace EduAnalytics.Plots;

/// <summary>The table behind a plot, in the words and the number format of its specification.</summary>
/// <param name="Heads">One a column; the first column names the row.</param>
/// <param name="Rows">As many cells each as there are heads; a cell without a value says so in words or is empty.</param>
public sealed record PlotTable(ValueList<string> Heads, ValueList<ValueList<string>> Rows)
{
    internal static PlotTable Of(IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows) =>
        new(heads.ToValueList(), rows.Select(row => row.ToValueList()).ToValueList());
}
