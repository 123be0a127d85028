using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Report.Grades;
using EduAnalytics.Dashboard.Report.Splits;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Visuals;
using EduAnalytics.Dashboard.Visuals.StatusMaps;
using EduAnalytics.Dashboard.Visuals.Strips;
using EduAnalytics.Dashboard.Visuals.Trees;
using EduAnalytics.Plots;

namespace EduAnalytics.Dashboard.Report.Canvas;

/// <summary>The visuals of a report, in reading order.</summary>
public sealed class VisualList
{
    private const int MostPanels = 24;
    private readonly ReportModel model;
    private readonly Visitor visitor;
    private readonly ReportMarks marks;
    private readonly VisualSources sources;
    private readonly Highlight highlight;

    /// <summary>The comparison up to the period that the report shows: what a change leads to.</summary>
    private readonly ComparedIndicator upToNow;

    private VisualList(ReportModel model, Visitor visitor)
    {
        (this.model, this.visitor) = (model, visitor);
        marks = new ReportMarks(model, visitor);
        highlight = Highlight.Of(model);
        upToNow = model.Compared with
        {
            Periods = [.. model.Compared.Periods.Where(period => model.Period is not { } now || string.CompareOrdinal(period, now) <= 0)],
        };
        sources = new VisualSources(model, visitor, TwoPeriods.Of(upToNow));
    }

    public static IReadOnlyList<Visual> Of(ReportModel model, Visitor visitor)
    {
        var list = new VisualList(model, visitor);
        IEnumerable<Visual> visuals = model.Compared.IsMany ? list.OfMany() :
        [
            list.Lines(), .. list.BesideLines(), list.Focus(), list.Stages(), list.Matrix(), list.Strip(), list.Funnel(), list.Slope(),
            list.Multiples(), list.Waterfall(), list.Tree(),
        ];
        return [.. visuals.Select(visual => visual with { Root = model.Root.Id })];
    }

    /// <summary>Of many parts rankings and rows of schools are higher than wide: they stand beside what is high too, and lines get the whole width.</summary>
    private IEnumerable<Visual> OfMany() =>
    [
        Lines() with { Size = VisualSize.Whole }, Ranking() with { Size = VisualSize.Half }, Slope() with { Size = VisualSize.Half },
        .. model.FocusIsSchool ? [Grades(VisualSize.Whole)] : Array.Empty<Visual>(),
        Focus(), Stages(), Matrix(), Strip() with { IsTall = true }, Funnel(), Waterfall(),
        Multiples() with { Size = VisualSize.Whole }, Tree() with { Size = VisualSize.Whole },
    ];

    private string Indicator => visitor.Name(model.Indicator.Name, model.Indicator.NameEn);

    private string Now => model.Period ?? string.Empty;

    private Visual Lines() => new(
        "lines", Indicator, VisualSize.TwoThirds,
        size => OfParts(size, _ => PlotAnswer.Of(ComparisonPlot.Spec(model.Compared, visitor, size)), alsoOfOne: true),
        mark => marks.Value(mark, Part(mark.SeriesId), model.Compared.Periods[mark.PeriodIndex], picksPeriod: true),
        sources.Comparison)
    { Files = sources.AllPeriods };

    private Visual Ranking() => new(
        "ranking", Title(visitor.Texts.Plot.RankingTitle, Now), VisualSize.Third,
        size => OfParts(size, _ => PlotAnswer.Of(RankingPlot.Spec(model.Indicator, Now, model.Compared.Units, visitor, size))),
        mark => marks.Value(mark, Part(mark.SeriesId), Now, picksPeriod: false),
        sources.Comparison)
    { Files = sources.OnePeriod };

    private Visual Focus() => new(
        "focus", TrendPlots.FocusTitle(model, visitor), VisualSize.Half,
        size => Highlighted(TrendPlots.Focus(model, visitor, size)),
        mark => marks.Value(mark, model.Focus, model.Compared.Periods[mark.PeriodIndex], picksPeriod: true),
        sources.Focus)
    { Files = sources.FocusFile };

    private Visual Stages() => new(
        "stages", TrendPlots.StagesTitle(model, visitor), VisualSize.Half,
        size => Highlighted(TrendPlots.Stages(model, visitor, size)),
        mark =>
        {
            var (stage, unit) = TrendPlots.StagesOf(model, visitor).First(one => one.Unit.OrgUnit.Id == mark.SeriesId);
            return marks.Stage(mark, unit, stage, model.Compared.Periods[mark.PeriodIndex]);
        },
        sources.Stages)
    { Files = sources.StageFiles };

    /// <summary>Of a school there is nothing to rank: its students take that place.</summary>
    private IEnumerable<Visual> BesideLines() => (model.IsSchool, model.FocusIsSchool) switch
    {
        (true, _) => [Grades(VisualSize.Third), Ranking()],
        (_, true) => [Ranking(), Grades(VisualSize.Whole)],
        _ => [Ranking()],
    };

    private Visual Grades(VisualSize place) => model.Detail is null ? Pending("grades", GradesPlot.Title(model, visitor), place) : new Visual(
        "grades", GradesPlot.Title(model, visitor), place,
        size => GradesPlot.Of(model, visitor, size),
        mark => GradesPlot.Mark(mark, model, visitor),
        sources.Grades)
    { Files = sources.GradesFile, Silent = model.Detail.Grades?.Breakdown.Silent ?? [] };

    private Visual Matrix()
    {
        if (model.Detail is null)
            return Pending("matrix", visitor.Texts.Visual.StatusMapTitle, VisualSize.Whole);
        var matrix = model.Matrix;
        return new Visual(
            "matrix", visitor.Texts.Visual.StatusMapTitle, VisualSize.Whole,
            size => model.Detail.Matrix is null
                ? PlotAnswer.Because(PlotObstacle.NotRead, "The indicators of the units could not be read.")
                : matrix.Indicators.Count == 0
                    ? PlotAnswer.Because(PlotObstacle.NoData, $"No indicator has a value in {matrix.Period}.")
                    : Highlighted(StatusMapPlot.Of(matrix, visitor, size)),
            mark =>
            {
                var (unit, indicator) = (matrix.Units.First(one => one.OrgUnit.Id == mark.SeriesId), matrix.Indicators[mark.PeriodIndex]);
                return marks.Cell(unit.OrgUnit, indicator, unit.Readings.GetValueOrDefault(indicator.Code) ?? Reading.None(matrix.Period));
            },
            sources.Matrix)
        { Files = sources.MatrixFile(matrix) };
    }

    private Visual Strip()
    {
        if (model.Detail is null)
            return Pending("strip", Title(visitor.Texts.Visual.StripTitle), VisualSize.Half);
        var schools = model.Schools;
        return new Visual(
            "strip", Title(visitor.Texts.Visual.StripTitle), VisualSize.Half,
            size => (model.IsSchool, model.DetailQuestion?.StripStage, schools) switch
            {
                (true, _, _) => PlotAnswer.Because(PlotObstacle.NoUnitsBelow, "A school has no schools below it."),
                (_, null, _) => PlotAnswer.Because(PlotObstacle.NoStages, $"'{model.Indicator.Code}' is not kept by stage."),
                (_, _, null) => PlotAnswer.Because(PlotObstacle.NotRead, "The schools could not be read."),
                (_, _, { } data) when data.Spreads.All(one => !one.Spread.IsKnown) && data.Silent.Count > 0 => PlotAnswer.Because(PlotObstacle.NotRead, "No district answered in time."),
                (_, _, { } data) when data.Spreads.All(one => one.Spread.Schools.All(school => school.Value is null)) =>
                    PlotAnswer.Because(PlotObstacle.NoData, $"No school has a value in {data.Period}."),
                (_, _, { } data) => Highlighted(SchoolsPlot.Of(data, visitor, size)),
            },
            mark => marks.School(mark, schools!.ReadingOf(mark.SeriesId)),
            sources.Strip)
        { Files = sources.StripFile(schools), Silent = schools?.Silent ?? [] };
    }

    private Visual Funnel() => new(
        "funnel", Title(visitor.Texts.Visual.FunnelTitle), VisualSize.Half,
        size => OfParts(size, frame => FunnelPlot.Of(model.Compared, Now, frame)),
        mark => marks.Value(mark, Part(mark.SeriesId), Now, picksPeriod: false),
        sources.Comparison)
    { Files = sources.OnePeriod };

    private Visual Slope() => new(
        "slope", Title(visitor.Texts.Visual.SlopeTitle), VisualSize.Third,
        size => OfParts(size, frame => SlopePlot.Of(upToNow, frame)),
        mark => marks.Value(mark, Part(mark.SeriesId), End(mark.PeriodIndex), picksPeriod: false),
        sources.Comparison)
    { Files = sources.TwoPeriods };

    private Visual Multiples() => new(
        "multiples", Title(visitor.Texts.Report.MultiplesTitle), VisualSize.TwoThirds,
        size => OfParts(size, frame => MultiplesPlot.Of(Fewest(out var note), frame) is { Spec: MultiplesSpec panels }
            ? PlotAnswer.Of(panels with { Title = Title(visitor.Texts.Report.MultiplesTitle), Subtitle = panels.Subtitle + note })
            : PlotAnswer.Because(PlotObstacle.NoData, "There is nothing to draw.")),
        mark => marks.Value(mark, Part(mark.SeriesId), model.Compared.Periods[mark.PeriodIndex], picksPeriod: true),
        sources.Comparison)
    { Files = sources.AllPeriods };

    private Visual Waterfall() => new(
        "waterfall", Title(visitor.Texts.Visual.WaterfallTitle), VisualSize.Half,
        size => OfParts(size, frame => WaterfallPlot.Of(upToNow, frame)),
        mark => mark.SeriesId is WaterfallPlot.Start or WaterfallPlot.End
            ? marks.Whole(mark, End(mark.SeriesId == WaterfallPlot.Start ? 0 : 1), hasOwnText: false)
            : marks.Part(mark, Part(mark.SeriesId), End(1)),
        sources.Comparison)
    { Files = sources.TwoPeriods };

    private Visual Tree() => model.Detail is null ? Pending("tree", Title(visitor.Texts.Visual.TreeTitle), VisualSize.Half) : new Visual(
        "tree", Title(visitor.Texts.Visual.TreeTitle), VisualSize.Half,
        size => OfParts(size, _ => TreePlot.Of(SplitTree(), visitor, size), alsoOfOne: model.Splits.Count > 0),
        mark => SplitNodes.IsBranch(mark.SeriesId)
            ? marks.Branch(mark, new SplitNodes(model, visitor).ReadingOf(mark.SeriesId))
            : mark.SeriesId == model.Whole.OrgUnit.Id
                ? marks.Whole(mark, Now, hasOwnText: true)
                : marks.Part(mark, Part(mark.SeriesId) ?? Below(mark.SeriesId), Now),
        sources.Tree)
    { Files = sources.TreeFile, Choices = new SplitChoices(model, visitor).All, Silent = model.Split?.OrgUnit?.Breakdown?.Silent ?? [] };

    private TreeData SplitTree()
    {
        var split = new SplitNodes(model, visitor);
        return model.Tree! with { SplitUnit = model.SplitQuestion?.Unit, Branches = split.All, Note = split.Note };
    }

    private Visual Pending(string name, string title, VisualSize size) => new(
        name, title, size, _ => PlotAnswer.Because(PlotObstacle.NotRead, "It is still being read."), _ => throw new InvalidOperationException(), sources.Comparison)
    { IsPending = true };

    /// <summary>So many parts as small plots can tell apart: of more, those that stand worst.</summary>
    private ComparedIndicator Fewest(out string note)
    {
        var units = model.Compared.Units;
        note = units.Count <= MostPanels
            ? string.Empty
            : visitor.Texts.Figure.ListSeparator + string.Format(visitor.Language.Culture, visitor.Texts.Report.StandWorst, MostPanels, units.Count);
        return units.Count <= MostPanels
            ? model.Compared
            : model.Compared with
            {
                Units = [.. units.OrderBy(unit => unit.OrgUnit.Id != model.View.Pick?.Unit).ThenBy(unit => unit.At(Now).Value is null)
                    .ThenBy(unit => unit.At(Now).Value * (model.Indicator.Direction == Direction.HigherIsBetter ? 1 : -1)).Take(MostPanels)],
            };
    }

    /// <param name="alsoOfOne">Not only of several units: a school stands for itself.</param>
    private PlotAnswer OfParts(PlotSize size, Func<PlotFrame, PlotAnswer> draw, bool alsoOfOne = false)
    {
        if (model.IsSchool && !alsoOfOne)
            return PlotAnswer.Because(PlotObstacle.NoUnitsBelow, "A school has no units below it.");
        return model.Period is null
            ? PlotAnswer.Because(PlotObstacle.NoData, $"There are no values of '{model.Indicator.Code}' for these units and years.")
            : Highlighted(draw(PlotFrame.Of(model.Compared, visitor, size)));
    }

    private PlotAnswer Highlighted(PlotAnswer answer) =>
        answer.Spec is { } spec ? PlotAnswer.Of(highlight.Apply(spec)) : answer;

    private ComparedUnit? Part(string id) => model.Compared.Units.FirstOrDefault(unit => unit.OrgUnit.Id == id);

    private ComparedUnit? Below(string id) => model.Below?.Units.FirstOrDefault(unit => unit.OrgUnit.Id == id);

    private string End(int index) => TwoPeriods.Of(upToNow) is { } periods ? index == 0 ? periods.From : periods.To : Now;

    private string Title(string format, string? period = null) => string.Format(
        visitor.Language.Culture, format, Indicator, period is null or "" ? string.Empty : visitor.Numbers.Period(period));
}
