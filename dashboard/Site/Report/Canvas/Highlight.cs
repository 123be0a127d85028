using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Report.Canvas;

/// <summary>Brings what is picked to the front of a plot; the rest stays, for comparison.</summary>
/// <param name="Unit">Its id; null for none.</param>
/// <param name="Part">The one of the parts compared that it is, or that it belongs to; null for none.</param>
/// <param name="Period">Null for none.</param>
internal sealed record Highlight(string? Unit, string? Part, string? Period)
{
    public static Highlight Of(ReportModel model) => new(model.View.Pick?.Unit, model.PickedPart, model.View.Pick?.Period);

    /// <returns>The same plot where it shows nothing of what is picked.</returns>
    public PlotSpec Apply(PlotSpec spec) => spec switch
    {
        LineSpec lines => Marked(lines.Series.Select(one => one.Id)) is { } unit
            ? lines with { Series = lines.Series.Select(one => one with { Highlighted = one.Id == unit }).ToValueList(), PickedPeriod = Index(lines.Periods) }
            : lines with { PickedPeriod = Index(lines.Periods) },
        MultiplesSpec multiples => Marked(multiples.Panels.Select(one => one.Id)) is { } unit
            ? multiples with { Panels = multiples.Panels.Select(one => one with { Highlighted = one.Id == unit }).ToValueList(), PickedPeriod = Index(multiples.Periods) }
            : multiples with { PickedPeriod = Index(multiples.Periods) },
        RankingSpec ranking when Marked(ranking.Rows.Select(one => one.Id)) is { } unit =>
            ranking with { Rows = ranking.Rows.Select(one => one with { Highlighted = one.Id == unit }).ToValueList() },
        SlopeSpec slope when Marked(slope.Lines.Select(one => one.Id)) is { } unit =>
            slope with { Lines = slope.Lines.Select(one => one with { Highlighted = one.Id == unit }).ToValueList() },
        FunnelSpec funnel when Marked(funnel.Points.Select(one => one.Id)) is { } unit =>
            funnel with { Points = funnel.Points.Select(one => one with { Highlighted = one.Id == unit }).ToValueList() },
        StatusMapSpec map when Marked(map.Rows.Select(one => one.Id)) is { } unit =>
            map with { Rows = map.Rows.Select(one => one with { Highlighted = one.Id == unit }).ToValueList() },
        WaterfallSpec waterfall when Marked(waterfall.Steps.Select(one => one.Id)) is { } unit =>
            waterfall with { Steps = waterfall.Steps.Select(one => one with { Highlighted = one.Id == unit }).ToValueList() },
        StripSpec strip => strip with { Groups = strip.Groups.Select(In).ToValueList() },
        TreeSpec tree => tree with { Root = In(tree.Root) },
        _ => spec,
    };

    /// <summary>The unit itself where it is shown, else the part that it belongs to.</summary>
    private string? Marked(IEnumerable<string> shown)
    {
        var ids = shown.ToHashSet();
        return Unit is not null && ids.Contains(Unit) ? Unit : Part is not null && ids.Contains(Part) ? Part : null;
    }

    private int? Index(ValueList<string> periods)
    {
        var index = Period is null ? -1 : periods.ToList().IndexOf(Period);
        return index < 0 ? null : index;
    }

    private StripGroup In(StripGroup group) => group.Points.Any(point => point.Id == Unit)
        ? group with { Points = group.Points.Select(point => point with { Highlighted = point.Id == Unit }).ToValueList() }
        : group;

    private TreeNode In(TreeNode node) => node with { Highlighted = node.Id == Unit, Parts = node.Parts.Select(In).ToValueList() };
}
