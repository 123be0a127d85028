using System.Globalization;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Figures;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.SavedViews;

/// <summary>What a saved view shows, in a line, and its first plot where it is one of figures over the years.</summary>
/// <param name="Page">The page's name.</param>
/// <param name="Choices">What was chosen there, as far as the address says it: indicator, stage, units, years.</param>
/// <param name="Plot">The comparison that the first plot draws; null where the page has none.</param>
public sealed record ViewSummary(string Page, IReadOnlyList<string> Choices, CompareView? Plot)
{
    /// <summary>More names than this are told as their number.</summary>
    private const int MostNames = 3;

    private const string UnitPages = "/units/";

    public string Text => string.Join(" · ", Choices.Prepend(Page));

    public static ViewSummary Of(SavedView view, CatalogueAnswer catalogue, Visitor visitor)
    {
        var parts = view.Address.Split('?', 2);
        var (path, query) = (parts[0], parts.Length > 1 ? parts[1] : string.Empty);
        var address = new AddressReader(query);
        var names = new Names(catalogue, visitor);
        var shell = visitor.Texts.Shell;
        return path switch
        {
            "/" => OfCompare(address.ReadCompare(), names, visitor),
            "/report" => OfReport(address.ReadReport(), names, visitor),
            "/findings" => new ViewSummary(shell.Findings, names.OfUnits(address.ReadFindings().Unit), null),
            "/standards" => new ViewSummary(shell.Standards, [], null),
            "/live" => new ViewSummary(shell.Live, names.OfUnits(address.ReadLive().Unit), null),
            _ when path.StartsWith(UnitPages, StringComparison.Ordinal) =>
                new ViewSummary(visitor.Texts.SavedView.UnitPage, names.OfUnits(path[UnitPages.Length..].Split('/')[0]), null),
            _ => new ViewSummary(path, [], null),
        };
    }

    private static ViewSummary OfCompare(CompareView view, Names names, Visitor visitor) => new(
        visitor.Texts.Shell.Compare,
        [.. names.OfIndicator(view.Indicator), .. OfStage(view.Stage, visitor), .. names.OfUnits([.. view.Units]), .. OfYears(view.From, view.To)],
        view with { Explain = null });

    private static ViewSummary OfReport(ReportView view, Names names, Visitor visitor)
    {
        var plot = view.Units.Count > 0 ? new CompareView { Units = view.Units } : names.FirstPlotOf(view.At);
        return new ViewSummary(
            visitor.Texts.Shell.Report,
            [
                .. view.Indicator is null ? OfGroup(view.Group, visitor) : names.OfIndicator(view.Indicator), .. OfStage(view.Stage, visitor),
                .. names.OfUnits(view.At), .. names.OfUnits([.. view.Units]), .. OfYears(view.From, view.To), .. names.OfPicked(view.Pick),
            ],
            plot with { Indicator = view.Indicator, Stage = view.Stage, From = view.From, To = view.To });
    }

    private static IEnumerable<string> OfGroup(string? group, Visitor visitor) =>
        group is null ? [] : [visitor.Texts.Groups.GetValueOrDefault(group, group)];

    private static IEnumerable<string> OfStage(SchoolStage? stage, Visitor visitor) =>
        stage is null ? [] : [StageText.Of(stage, visitor.Texts.Figure)];

    private static IEnumerable<string> OfYears(int? from, int? to) => (from, to) switch
    {
        (null, null) => [],
        _ when from == to => [Year(from)],
        _ => [$"{Year(from)} – {Year(to)}".Trim()],
    };

    private static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>Names by codes; a code that the catalogue does not have stands for itself.</summary>
    private sealed class Names(CatalogueAnswer catalogue, Visitor visitor)
    {
        public IEnumerable<string> OfIndicator(string? code) => code is null
            ? []
            : [catalogue.Indicators.FirstOrDefault(one => one.Code == code) is { } known ? visitor.Name(known.Name, known.NameEn) : code];

        public IReadOnlyList<string> OfUnits(params IReadOnlyList<string?> ids)
        {
            var given = ids.OfType<string>().ToList();
            return given.Count > MostNames
                ? [string.Format(visitor.Language.Culture, visitor.Texts.SavedView.Units, given.Count)]
                : given.Count == 0 ? [] : [string.Join(visitor.Texts.Figure.ListSeparator, given.Select(OfUnit))];
        }

        public IEnumerable<string> OfPicked(ReportPick? pick) => pick is null
            ? []
            : [.. OfUnits(pick.Unit), .. pick.Period is { } period ? [visitor.Numbers.Period(period)] : Array.Empty<string>(), .. OfIndicator(pick.Indicator)];

        /// <summary>Of a city its districts; a district or a school by itself, which may state figures that its parts do not.</summary>
        public CompareView FirstPlotOf(string? unit)
        {
            if ((unit ?? (catalogue.Reach is [var topmost, ..] ? topmost.Id : null)) is not { } root)
                return new CompareView();
            return catalogue.Cities.Nodes.Any(city => city.Id == root)
                ? new CompareView { Parent = root }
                : new CompareView { Units = [root] };
        }

        private string OfUnit(string id)
        {
            if (catalogue.Cities.Nodes.FirstOrDefault(city => city.Id == id) is { } found)
                return visitor.Name(found.Name, found.NameEn);
            return catalogue.Cities.Nodes.SelectMany(city => city.Children.Nodes).Concat(catalogue.Reach).FirstOrDefault(unit => unit.Id == id) is { } known
                ? visitor.Name(known.Name, known.NameEn)
                : id;
        }
    }
}
