using System.Globalization;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Visuals.Trees;

/// <summary>A count parted by district and one district by school, the largest first.</summary>
public static class TreePlot
{
    private const int MostParts = 12;

    public static PlotAnswer Of(TreeData data, Visitor visitor, PlotSize size)
    {
        var frame = new PlotFrame(data.Indicator, data.Stage, visitor, size);
        if (data.CountOf(data.Root) is null && data.Children.All(child => data.CountOf(child) is null)
            && data.Children.Any(child => child.At(data.Period).Value is not null))
            return PlotAnswer.Because(
                PlotObstacle.NoCounts,
                $"'{data.Indicator.Code}' of {data.Period} is known as stated rates only; a tree parts the counts behind them.");
        var parts = new Parts(data, frame);
        var children = parts.Of("children", data.Children, data.Open);
        return PlotAnswer.Of(new TreeSpec
        {
            Title = frame.Title(visitor.Texts.Visual.TreeTitle),
            Subtitle = data.Note is { } note ? $"{frame.Subtitle(data.Period)} · {note}" : frame.Subtitle(data.Period),
            // A rate's numerator counts whatever the rate is of: the title says what.
            Unit = data.Indicator.Unit is "percent" or "ratio" ? string.Empty : visitor.Numbers.UnitOf(data.Indicator),
            Decimals = data.Indicator.Unit is "percent" or "ratio" ? 0 : data.Indicator.Decimals,
            Culture = visitor.Language.Culture.Name,
            Width = size.Width,
            Theme = size.Theme,
            Root = parts.Node(data.Root, children),
            Texts = new TreeTexts
            {
                Part = visitor.Texts.Compare.OrgUnit,
                Value = visitor.Texts.Visual.Numerator,
                Share = visitor.Texts.Visual.Share,
                NoData = visitor.Texts.Plot.NoData,
                SyntheticSuffix = visitor.Texts.Plot.SyntheticSuffix,
            },
        });
    }

    private sealed record Parts(TreeData Data, PlotFrame Frame)
    {
        public TreeNode Node(ComparedUnit unit, ValueList<TreeNode> parts) =>
            new(unit.OrgUnit.Id, Frame.NameOf(unit.OrgUnit), Data.CountOf(unit), unit.OrgUnit.Id == Data.SplitUnit ? Data.Branches : parts)
            { Synthetic = unit.Synthetic };

        /// <summary>The largest by name, the rest together, those without data at the end.</summary>
        /// <param name="open">The one among them that is parted further; null for none.</param>
        public ValueList<TreeNode> Of(string level, IReadOnlyList<ComparedUnit> units, string? open)
        {
            var sorted = units.OrderBy(unit => Data.CountOf(unit) is null).ThenByDescending(Data.CountOf).ToList();
            var named = sorted.Count <= MostParts + 1 ? sorted.Count : MostParts;
            var nodes = sorted.Take(named).Select(unit =>
                Node(unit, unit.OrgUnit.Id == open ? Of("parts", Data.Parts, null) : []));
            var rest = sorted.Skip(named).ToList();
            return rest.Count == 0 ? nodes.ToValueList() : nodes.Append(Rest(level, rest)).ToValueList();
        }

        private TreeNode Rest(string level, List<ComparedUnit> rest) => new(
            $"rest-{level}",
            string.Format(CultureInfo.InvariantCulture, Frame.Visitor.Texts.Visual.Rest, rest.Count),
            rest.TrueForAll(unit => Data.CountOf(unit) is null) ? null : rest.Sum(unit => Data.CountOf(unit) ?? 0),
            []);
    }
}
