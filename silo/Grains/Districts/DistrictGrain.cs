using System.Collections.Immutable;
using EduAnalytics.Contracts;
using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Contracts.Replicas;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Grains.Breakdowns;
using EduAnalytics.Grains.Findings;
using EduAnalytics.Grains.Past;
using EduAnalytics.Grains.RollUps;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Snapshots;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Grains.Districts;

/// <summary>One district: an authority over schools, below a city.</summary>
/// <param name="journaled">Reads a school from the journal where the school itself does not answer.</param>
internal sealed class DistrictGrain(
    IJournal journal, PastReader journaled, Catalogue catalogue, ChangeBoard changes, TimeProvider time, ILogger<DistrictGrain> logger)
    : AuthorityGrain(journal, catalogue, changes, time, logger), IDistrictGrain, IRemindable
{
    /// <summary>
    /// How long a reader waits for what the city withholds. A city of thirty districts wakes within a second or two; where it
    /// takes longer, or hangs, all is withheld until it says otherwise.
    /// </summary>
    private static readonly TimeSpan patienceWithCity = TimeSpan.FromSeconds(5);

    /// <summary>The same once it did not answer in time: not every reader shall wait for it again.</summary>
    private static readonly TimeSpan patienceWithSilentCity = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan betweenTries = TimeSpan.FromMinutes(1);

    private readonly SchoolFindings schoolFindings = new();
    private readonly SchoolBreakdowns schoolBreakdowns = new();
    private PatientQuestions questions = null!;
    private RowPusher? pusher;
    private MonthTurn monthTurn = null!;
    private IGrainTimer? remembering;

    protected override OrgUnitLevel Level => OrgUnitLevel.District;

    protected override TimeSpan PatienceWithChildren => PatientQuestions.Patience;

    private TimeSpan PatienceWithCity => OpenQuestions.WaitFor(Authority.Unit.Parent!.Value) ? patienceWithSilentCity : patienceWithCity;

    private ICityGrain City => GrainFactory.GetGrain<ICityGrain>(Authority.Unit.Parent!.Value.Code);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        questions = new PatientQuestions(GrainFactory, journaled, Time, Logger);
        await base.OnActivateAsync(cancellationToken);
        pusher = new RowPusher(Authority.Row, City.Accept, ServiceProvider.GetRequiredService<WaitingRows>(), Time, Logger);
        pusher.RowChanged();
        monthTurn = new MonthTurn(Authority, GrainFactory, Time, ServiceProvider.GetRequiredService<IOptions<MonthTurnOptions>>().Value, Logger);
        remembering = this.RegisterGrainTimer(Remember, new GrainTimerCreationOptions(TimeSpan.Zero, betweenTries) { Interleave = true });
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => monthTurn.Look();

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        pusher?.Stop();
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    public Task<RowUpdate> RowSince(long version) => Task.FromResult(Authority.Row.Since(version));

    public async Task<ImmutableArray<ComplianceReport>> Assess(ImmutableArray<OrgUnitId> units, string standard, Period period)
    {
        await Recognise(units);
        if (Catalogue.FindStandard(standard) is { } known)
            await Consult(Authority.Marks.CellsOf(known, period));
        return [.. units.Select(unit => Authority.Assess(unit, standard, period))];
    }

    public override async Task<ImmutableArray<Finding>> AllFindings(Period? period)
    {
        var below = (await ReadSchools()).SelectMany(school => school.Findings);
        return await Marked([.. Authority.AllFindings(period), .. below.Where(finding => period is null || finding.Period == period)]);
    }

    public override async Task<ImmutableArray<Acknowledgement>> AllAcknowledged() =>
        [.. Authority.Acknowledged.All, .. (await ReadSchools()).SelectMany(school => school.Acknowledged)];

    public override async Task<ImmutableArray<UnitProblems>> AllProblemLedgers() =>
        [.. Authority.Problems.Of(Authority.Unit.Id), .. (await ReadSchools()).SelectMany(school => school.Problems)];

    public async Task<ImmutableArray<UnitBreakdown>> BreakDown(ImmutableArray<BreakdownQuery> queries)
    {
        await Recognise(queries.Select(query => query.OrgUnit));
        return [.. await Task.WhenAll(queries.Select(async query =>
        {
            var below = await BreakSchoolsDown(query);
            return query.OrgUnit == Authority.Unit.Id
                ? UnitBreakdown.Sum(below.Select(one => one.Breakdown))
                : below.Where(one => one.School == query.OrgUnit).Select(one => one.Breakdown).SingleOrDefault(UnitBreakdown.None);
        }))];
    }

    public async Task<ImmutableArray<bool>> MayShowSchools(ImmutableArray<BreakdownQuery> queries) =>
        [.. await Task.WhenAll(queries.Select(async query =>
        {
            var counted = query.Counted(Catalogue);
            var below = await BreakSchoolsDown(query);
            if (!below.All(one => counted.MayBeShown(one.Breakdown)))
                return false;
            var values = below.SelectMany(one => counted.ValuesOf(one.School, query.Period)).ToImmutableArray();
            return (await WhyValuesWithheld(values)).All(reason => reason is null);
        }))];

    public Task AskAnew(OrgUnitId school)
    {
        schoolFindings.Forget(school);
        Changes.Changed(Authority.Unit.Id.Code);
        return Task.CompletedTask;
    }

    /// <summary>
    /// One query for all rows as stored; only schools whose journal is ahead of their snapshot are woken. None is left out: a
    /// district that woke with less than it had before would take its total back before its readers.
    /// </summary>
    protected override async Task LoadRows(CancellationToken cancellationToken)
    {
        var children = Authority.Children.ToDictionary(child => child.Id.Code);
        var rows = new List<RowUpdate>();
        var behind = new List<OrgUnit>();
        foreach (var stored in await Journal.ReadRowsAsync(children.Keys, cancellationToken))
        {
            var row = SnapshotCodec.DecodeRow(stored.Row, Catalogue.RowRules);
            if (stored.IsBehind || (row is null && stored.Head > 0))
                behind.Add(children[stored.OrgUnit]);
            else if (row is not null)
                rows.Add(row);
        }

        // A row that is behind is not taken for the time being: of a school that cannot be had, a total that says that one is
        // missing is better than one that is out of date and does not say so.
        Authority.AcceptAll(rows);
        await Rows.Load(behind);
    }

    protected override IRowSource ChildGrain(OrgUnitId child) => GrainFactory.GetGrain<ISchoolGrain>(child.Code);

    protected override async Task<RowUpdate?> RowInstead(OrgUnit child) => (await journaled.School(child, PastReader.Newest)).WholeRow();

    /// <summary>
    /// Asked each time: the city's choice rests on all its districts, and an answer remembered could contradict what another
    /// reader is shown of the city now.
    /// </summary>
    protected override async Task Consult(ImmutableArray<YearOfCounts> years)
    {
        try
        {
            Authority.Heed(years, await City.ClosedOf(Authority.Unit.Id, years).WaitAsync(PatienceWithCity));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            HeedSilence(years, e);
        }
    }

    /// <summary>Where counts of another year came in while the city was asked, it was not asked for all: nobody is to hold the answer.</summary>
    protected override async Task<VersionedAnswers> AnswerOthers(ReplicaQuestion question)
    {
        var years = YearsOf(question);
        VersionedClosures told;
        try
        {
            told = await City.ClosuresOf(Authority.Unit.Id, years).WaitAsync(PatienceWithCity);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            HeedSilence(years, e);
            return Authority.Answer(question, Audience.Everyone) with { RestOn = [] };
        }

        Authority.Heed(years, told.Closed);
        var answers = Authority.Answer(question, Audience.Everyone, told.RestOn);
        return YearsOf(question).SequenceEqual(years) ? answers : answers with { RestOn = [] };
    }

    protected override async Task<bool> AskWhatIsWithheld(OrgUnitId unit, ImmutableArray<YearOfCounts> years)
    {
        try
        {
            Authority.Heed(years, await City.ClosedOf(Authority.Unit.Id, years));
            Authority.MarksChanged(years);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Logger.LogDebug(e, "The city still does not say what it withholds of {OrgUnit}.", Authority.Unit.Id);
            return false;
        }
    }

    protected override void OnRowChanged() => pusher?.RowChanged();

    private void HeedSilence(ImmutableArray<YearOfCounts> years, Exception why)
    {
        Logger.LogWarning(why, "The city did not say what it withholds of {OrgUnit}; all of it is, until it does.", Authority.Unit.Id);
        Authority.Heed(years, [.. years.Select(_ => Closed.Unknown)]);
        OpenQuestions.Add(Authority.Unit.Parent!.Value, years);
    }

    /// <summary>Beside the waking and not within it: readers wait for the district, and whoever keeps reminders may just be starting.</summary>
    private async Task Remember()
    {
        try
        {
            await this.RegisterOrUpdateReminder(MonthTurn.Reminder, monthTurn.UntilLook(), monthTurn.Between);
            remembering?.Dispose();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Logger.LogWarning(e, "{OrgUnit} could not ask to be reminded of the month's end; it tries again.", Authority.Unit.Id);
        }
    }

    private Task<ImmutableArray<(OrgUnitId School, UnitBreakdown Breakdown)>> BreakSchoolsDown(BreakdownQuery query)
    {
        query.Counted(Catalogue);
        var schools = Authority.Children.Select(school => (school.Id, Authority.HeldOf(school.Id)));
        return schoolBreakdowns.Read(query.Indicator, query.Period, schools, asked => questions.Ask(
            Authority.Tree.Find(asked.OrgUnit)!, async school => (await school.BreakDown([asked]))[0], stored => stored.BreakDown(asked)));
    }

    private Task<ImmutableArray<SchoolFound>> ReadSchools()
    {
        var versions = Authority.Children.Select(school => (school.Id, Version: Authority.HeldOf(school.Id)));
        return schoolFindings.Read([.. versions], id => questions.Ask(
            Authority.Tree.Find(id)!,
            async school =>
            {
                var (acknowledged, problems) = (school.Acknowledged(), school.AllProblemLedgers());
                return new SchoolFound(await school.AllFindings(null), await acknowledged, await problems);
            },
            stored => stored.Found()));
    }
}
