using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Domain.Views;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Sources;
using EduAnalytics.Gateway.Transport.Costs;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Gateway.Schema.Costs;

/// <summary>
/// What every field costs that calls a grain, works out values or gives a list. In one place and apart from the resolvers,
/// so that one look shows what is dear; a test holds that no such field is missing.
/// </summary>
internal sealed class CostTable
{
    /// <summary>Twelve grades and none, two sexes and none.</summary>
    private const int MostRows = 39;

    /// <summary>As many as stand side by side where parts are held against their total; more are rare.</summary>
    private const int MostNumbers = 4;

    /// <summary>Of the formulas as the catalogue has them.</summary>
    private const int MostTerms = 16;

    private readonly ListSizes _sizes;
    private readonly Catalogue _catalogue;
    private readonly GatewayOptions _limits;
    private readonly Dictionary<string, FieldCosting> _costings;

    public CostTable(ListSizes sizes, Catalogue catalogue, IOptions<GatewayOptions> limits)
    {
        (_sizes, _catalogue, _limits) = (sizes, catalogue, limits.Value);
        _costings = new Dictionary<string, FieldCosting>(StringComparer.Ordinal)
        {
            ["Query.orgUnit"] = given => new FieldCost { About = UnitsAbout.At(_sizes.Find(given.Text("id"))) },
            ["Query.orgUnits"] = OrgUnits,
            ["Query.reach"] = _ => new FieldCost { Elements = _sizes.At(OrgUnitLevel.City), About = UnitsAbout.Any },
            ["Query.indicator"] = _ => FieldCost.None,
            ["Query.indicators"] = _ => List(_catalogue.Indicators.Length),
            ["Query.standard"] = _ => FieldCost.None,
            ["Query.standards"] = _ => List(_catalogue.Standards.Length),
            ["Query.allFindings"] = AllFindings,
            ["Query.comparison"] = Comparison,
            ["Query.activity"] = Activity,
            ["Query.recentChanges"] = RecentChanges,
            ["Query.savedViews"] = _ => new FieldCost { GrainCalls = 1, Elements = ViewRules.MostViews },
            ["Activity.today"] = _ => FieldCost.None,
            ["Activity.minutes"] = _ => FieldCost.None,

            ["Indicator.terms"] = _ => List(MostTerms),

            ["OrgUnit.parent"] = _ => new FieldCost { About = FieldCost.Unknown },
            ["OrgUnit.children"] = given => Page(given, _sizes.Children(UnitsOf(given)), UnitsOf(given).Below),
            ["OrgUnit.value"] = _ => Value,
            ["OrgUnit.series"] = Series,
            ["OrgUnit.dropoutLedger"] = _ => FieldCost.None,
            ["OrgUnit.distribution"] = Distribution,
            ["OrgUnit.breakdown"] = _ => Breakdown,
            ["OrgUnit.compliance"] = given => Assessment(given, given.Text("standard"), 1),
            ["OrgUnit.complianceHistory"] = ComplianceHistory,
            ["OrgUnit.findings"] = _ => new FieldCost { GrainCalls = 3, Elements = _limits.DefaultPageSize },
            ["OrgUnit.problems"] = _ => new FieldCost { Batch = new BatchCost("problems", _sizes.MostKeepers), Elements = _limits.DefaultPageSize },
            ["OrgUnit.version"] = _ => new FieldCost { Batch = new BatchCost("versions", _sizes.MostKeepers) },

            ["IndicatorValue.explanation"] = given => new FieldCost { Batch = new BatchCost("explanations", _sizes.At(null)), Sizes = [new("contributions", 2 * Math.Max(1, _sizes.Children(UnitsOf(given))))] },
            ["Contribution.orgUnit"] = _ => new FieldCost { About = FieldCost.Unknown },
            ["Explanation.contributions"] = _ => FieldCost.None,
            ["Explanation.sources"] = SourcesOfValue,
            ["Explanation.sourceCount"] = SourcesOfValue,
            ["Explanation.unitsSearched"] = SourcesOfValue,
            ["Explanation.unitsBehind"] = SourcesOfValue,
            ["Contribution.sources"] = SourcesOfPart,
            ["Contribution.sourceCount"] = SourcesOfPart,
            ["RecentChange.orgUnit"] = _ => new FieldCost { About = FieldCost.Unknown },
            ["Source.orgUnit"] = _ => new FieldCost { About = FieldCost.Unknown },
            ["SchoolValue.orgUnit"] = _ => new FieldCost { About = new UnitsAbout(OrgUnitLevel.School, null) },
            ["Compliance.silent"] = _ => Silent,
            ["Distribution.silent"] = _ => Silent,
            ["Breakdown.silent"] = _ => Silent,
            ["CriterionResult.orgUnit"] = _ => new FieldCost { About = FieldCost.Unknown },
            ["Finding.orgUnit"] = _ => new FieldCost { About = FieldCost.Unknown },
            ["Finding.sources"] = _ => new FieldCost { GrainCalls = 1 },
            ["Finding.numbers"] = _ => List(MostNumbers),
            ["FindingNumber.sources"] = _ => new FieldCost { GrainCalls = 1 },
            ["FindingOrgUnitCount.orgUnit"] = _ => new FieldCost { About = FieldCost.Unknown },

            ["Mutation.reportFigures"] = _ => Submission,
            ["Mutation.nameProblems"] = _ => Submission,
            ["Mutation.recordEnrolment"] = _ => Submission,
            ["Mutation.recordFitness"] = _ => Submission,

            ["Mutation.saveView"] = _ => Submission,
            ["Mutation.renameView"] = _ => Submission,
            ["Mutation.pinView"] = _ => Submission,
            ["Mutation.deleteView"] = _ => Submission,

            // The finding is looked up first, and the district of a school told afterwards.
            ["Mutation.acknowledgeFinding"] = _ => new FieldCost { GrainCalls = 8 },
            ["Mutation.withdrawAcknowledgement"] = _ => new FieldCost { GrainCalls = 5 },

            // Of one event; following it is one call to each grain that keeps a unit asked for.
            ["Subscription.indicatorChanged"] = given => new FieldCost { GrainCalls = given.Count("orgUnits") ?? 0, About = UnitsAbout.Any },
            ["Subscription.findingRaised"] = given => new FieldCost { GrainCalls = 2 * (given.Count("orgUnits") ?? 0), About = UnitsAbout.Any },
            ["Subscription.findingWord"] = given => new FieldCost { GrainCalls = 2 * (given.Count("orgUnits") ?? 0), About = UnitsAbout.Any },
        };
        foreach (var entry in new[] { "schoolAge", "enrolled", "suspected", "confirmed", "closed", "reportingRate" })
            _costings.Add($"DropoutLedger.{entry}", _ => Value);
    }

    /// <summary>Null for a field that is read off its object.</summary>
    /// <param name="field">Type and field: <c>OrgUnit.value</c>.</param>
    public FieldCosting? Find(string field) => _costings.GetValueOrDefault(field);

    private static FieldCost Submission => new() { GrainCalls = 1 };

    private FieldCost Value => new() { Cells = 1, Batch = new BatchCost("values", _sizes.MostKeepers) };

    /// <summary>A value's list, its count and how far it was looked for are one question.</summary>
    private FieldCost SourcesOfValue(FieldArguments given) =>
        Sources(given, "sources of values", 1 + Math.Min(SourceQueries.MostUnits, _sizes.Schools(UnitsOf(given))));

    private FieldCost SourcesOfPart(FieldArguments given) => Sources(given, "sources of parts", 1);

    private FieldCost Sources(FieldArguments given, string together, long calls) => new()
    {
        Batch = new BatchCost(together, _sizes.At(null), calls),
        Elements = given.Int("first") is { } first ? Math.Clamp(first, 0, FoundSources.MostKept) : null,
    };

    private FieldCost OrgUnits(FieldArguments given)
    {
        var filter = given.Object<OrgUnitFilter>("where") ?? OrgUnitFilter.Everything;
        if (filter.Parent is not { } parent)
            return Page(given, _sizes.At(filter.Level), new UnitsAbout(filter.Level, null));
        var above = UnitsAbout.At(_sizes.Find(parent));
        return Page(given, _sizes.Children(above), above.Below);
    }

    private FieldCost AllFindings(FieldArguments given)
    {
        var at = UnitsAbout.At(_sizes.Find(given.Text("at")));
        return Page(given, long.MaxValue, UnitsAbout.Any) with { GrainCalls = 2 * (1 + _sizes.Districts(at)) };
    }

    private FieldCost Activity(FieldArguments given)
    {
        var at = UnitsAbout.At(_sizes.Find(given.Text("orgUnit")));
        return new FieldCost
        {
            GrainCalls = 1 + _sizes.Districts(at),
            Sizes = [new("today", Enum.GetValues<SourceKind>().Length), new("minutes", (long)UnitActivity.Window.TotalMinutes)],
            About = at,
        };
    }

    private FieldCost RecentChanges(FieldArguments given)
    {
        var at = UnitsAbout.At(_sizes.Find(given.Text("orgUnit")));
        return new FieldCost
        {
            GrainCalls = 1 + _sizes.Districts(at),
            Elements = Math.Clamp(given.Int("first") ?? QueryType.DefaultChanges, 0, ChangeLog.MostValues),
            About = UnitsAbout.Any,
        };
    }

    private FieldCost Comparison(FieldArguments given)
    {
        var above = UnitsAbout.At(_sizes.Find(given.Text("childrenOf")));
        var units = given.Count("orgUnits") is { } named and > 0 ? named : _sizes.Children(above);
        var series = units * (given.Count("indicators") ?? 0);
        var (from, to) = (given.Value<Period>("from"), given.Value<Period>("to"));
        var periods = ListSizes.Periods(from, to);
        return new FieldCost
        {
            GrainCalls = Math.Min(units, _sizes.MostKeepers) + (IsComplete(from, to) ? 0 : units),
            Cells = series * periods,
            Sizes = [new("series", series), new("points", periods)],
            About = above.Below,
        };
    }

    private FieldCost Series(FieldArguments given)
    {
        var (from, to) = (given.Value<Period>("from"), given.Value<Period>("to"));
        var periods = ListSizes.Periods(from, to);
        return new FieldCost { GrainCalls = IsComplete(from, to) ? 1 : 2, Cells = periods, Elements = periods };
    }

    private FieldCost Distribution(FieldArguments given)
    {
        var of = UnitsOf(given);
        return new FieldCost { GrainCalls = _sizes.Districts(of), Cells = _sizes.Schools(of), Sizes = [new("schools", _sizes.Schools(of))] };
    }

    /// <summary>Each school goes through its records, and what may be shown of one rests on all of its city.</summary>
    private FieldCost Breakdown => new()
    {
        Cells = MostRows,
        Batch = new BatchCost("breakdowns", _sizes.At(OrgUnitLevel.School) + (3 * _sizes.At(OrgUnitLevel.District))),
        Sizes = [new("rows", MostRows)],
    };

    private FieldCost Silent => new() { Elements = _sizes.At(OrgUnitLevel.District), About = FieldCost.Unknown };

    private FieldCost ComplianceHistory(FieldArguments given)
    {
        var standard = given.Text("standard");
        var courses = standard is null ? _catalogue.Standards.Length : 1;
        var assessed = courses * Math.Min(given.Int("last") is { } last and > 0 ? last : ListSizes.AssumedYears, ListSizes.AssumedYears);
        // One call more for each standard: which periods hold anything.
        var cost = Assessment(given, standard, assessed);
        return cost with { GrainCalls = cost.GrainCalls + courses, Elements = assessed };
    }

    /// <param name="standard">Null for the one that asks most.</param>
    private FieldCost Assessment(FieldArguments given, string? standard, long times)
    {
        var of = UnitsOf(given);
        var criteria = standard is null
            ? _catalogue.Standards.Max(one => one.Criteria.Length)
            : _catalogue.FindStandard(standard)?.Criteria.Length ?? 0;
        var results = criteria * (_sizes.Districts(of) + _sizes.Schools(of));
        return new FieldCost
        {
            GrainCalls = times * _sizes.Districts(of),
            Cells = times * results,
            Sizes = [new("results", results), new("tallies", criteria), new("criteria", criteria)],
        };
    }

    private FieldCost Page(FieldArguments given, long most, UnitsAbout about)
    {
        // A page that the resolver will refuse costs nothing.
        var size = Math.Clamp(Math.Min(given.Int("first") ?? _limits.DefaultPageSize, most), 0, _limits.MaxPageSize);
        return new FieldCost { Sizes = [new("nodes", size), new("edges", size)], About = about };
    }

    private static FieldCost List(long elements) => new() { Elements = elements };

    private static UnitsAbout UnitsOf(FieldArguments given) => given.About as UnitsAbout ?? UnitsAbout.Any;

    private static bool IsComplete(Period? from, Period? to) => new PeriodRange(from, to).IsComplete;
}
