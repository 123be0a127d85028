using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.Live;
using EduAnalytics.Contracts.Replicas;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Live;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Live;
using EduAnalytics.Grains.OrgUnits;
using EduAnalytics.Grains.Telemetry;
using EduAnalytics.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Grains.RollUps;

/// <summary>What the grains of districts and cities share: coming to life, taking rows, answering, letting others follow.</summary>
internal abstract class AuthorityGrain(
    IJournal journal, Catalogue catalogue, ChangeBoard changes, TimeProvider time, ILogger logger) : Grain
{
    /// <summary>How long a newly registered school may be missing from what is expected, and who was not heard from is left in peace.</summary>
    private static readonly TimeSpan betweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Of the three minutes in which a grain must be awake. Enough for thirty districts that all hang, and for their schools in the
    /// journal; who is not there by then comes later.
    /// </summary>
    private static readonly TimeSpan longestWaking = TimeSpan.FromSeconds(45);

    /// <summary>What is counted of a day goes with the activation: one that counts stays until the day is over.</summary>
    private static readonly TimeSpan countingDay = TimeSpan.FromHours(25);

    private ArrivalBook arrivals = null!;
    private ArrivingRows arriving = null!;

    protected abstract OrgUnitLevel Level { get; }

    /// <summary>How long children may take to bring their rows while the grain wakes.</summary>
    protected abstract TimeSpan PatienceWithChildren { get; }

    /// <summary>What other units have not said of what is withheld.</summary>
    protected OpenQuestions OpenQuestions { get; private set; } = null!;

    protected ChildRows Rows { get; private set; } = null!;

    protected Authority Authority { get; private set; } = null!;

    protected IJournal Journal => journal;

    protected Catalogue Catalogue => catalogue;

    protected ChangeBoard Changes => changes;

    protected TimeProvider Time => time;

    protected ILogger Logger => logger;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var tree = await this.GetOrgUnitTree();
        Authority = new Authority(tree.Require(this.GetPrimaryKeyString(), Level).Id, tree, catalogue, journal, changes, time, EvaluateMarked)
        {
            OnOvertaken = this.DeactivateOnIdle,
        };
        arriving = new ArrivingRows(Authority);
        Rows = new ChildRows(Authority, arriving, OnRowChanged, time, logger)
        {
            Find = ChildGrain,
            Instead = RowInstead,
            Patience = PatienceWithChildren,
            Longest = longestWaking,
            Counted = ServiceProvider.GetRequiredService<MissingRows>(),
        };
        OpenQuestions = new OpenQuestions(AskWhatIsWithheld);
        await Authority.Load(cancellationToken);
        arrivals = new ArrivalBook(Authority.Unit.Id, time.GetUtcNow());
        await LoadRows(cancellationToken);
        Authority.Awake();
        changes.Changed(Authority.Unit.Id.Code);
        this.RegisterGrainTimer(LookAround, new GrainTimerCreationOptions(betweenLooks, betweenLooks) { Interleave = true });
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Rows?.Stop();
        try
        {
            if (Authority is not null)
                await Authority.TakeSnapshot(cancellationToken);
        }
        catch (JournalUnavailableException e)
        {
            logger.LogWarning(e, "No snapshot of {OrgUnit}; its next activation replays more.", this.GetPrimaryKeyString());
        }
    }

    public async Task<SubmissionOutcome> ReportFigures(FiguresSubmission submission)
    {
        var outcome = await Authority.ReportFigures(submission);
        CountOwn(SourceKind.Figures, outcome);
        OnRowChanged();
        return outcome;
    }

    public async Task<SubmissionOutcome> NameProblems(ProblemsSubmission submission)
    {
        var outcome = await Authority.NameProblems(submission);
        CountOwn(SourceKind.Problems, outcome);
        OnRowChanged();
        return outcome;
    }

    public Task Arrived(ArrivalBatch batch)
    {
        arrivals.Add(batch);
        DelayDeactivation(countingDay);
        return Task.CompletedTask;
    }

    public Task<UnitActivity> Activity(OrgUnitId unit)
    {
        changes.Changed(IActivityReads.ChangePlace);
        var now = time.GetUtcNow();
        return Task.FromResult(arrivals.Of(unit, now, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, time.LocalTimeZone).DateTime)));
    }

    public async Task<ImmutableArray<RecentChange>> RecentChanges(Audience audience)
    {
        changes.Changed(IActivityReads.ChangePlace);
        var recent = Authority.RecentChanges();
        if (audience == Audience.Staff)
            return recent;
        await Consult(recent.SelectMany(Authority.Marks.CellsOf));
        return [.. recent.Select(Authority.Marks.Mark)];
    }

    public Task<SubmissionOutcome> Acknowledge(AcknowledgementSubmission submission) => Authority.Acknowledge(submission);

    public Task<SubmissionOutcome> Withdraw(WithdrawalSubmission submission) => Authority.Withdraw(submission);

    public Task<ImmutableArray<Acknowledgement>> Acknowledged() => Task.FromResult(Authority.Acknowledged.All);

    public virtual Task<ImmutableArray<Acknowledgement>> AllAcknowledged() => Acknowledged();

    public async Task<RowReceipt> Accept(RowUpdate update)
    {
        if (!Authority.Knows(update.Child))
            await CheckTree();
        var receipt = await arriving.Take(update);
        if (receipt.Held >= update.Version)
            Rows.Heard(update.Child);
        MeasureLag(update);
        OnRowChanged();
        return receipt;
    }

    public async Task<ImmutableArray<IndicatorValue>> Evaluate(ImmutableArray<ValueQuery> queries, Audience audience)
    {
        await Recognise(queries.Select(query => query.OrgUnit));
        return audience == Audience.Staff ? Authority.Evaluate(queries, audience) : await EvaluateMarked(queries);
    }

    public Task<ImmutableArray<ImmutableArray<Period>>> PeriodsWithData(
        ImmutableArray<OrgUnitId> units, ImmutableArray<string> indicators, SchoolStage? stage) =>
        Task.FromResult(units.Select(unit => Authority.PeriodsWithData(unit, indicators, stage)).ToImmutableArray());

    public async Task<ImmutableArray<Explanation>> Explain(ImmutableArray<ValueQuery> queries)
    {
        await Consult(queries.SelectMany(query => Authority.Marks.CellsOf(query.Indicator, query.Period, query.Stage)));
        return Authority.Explain(queries);
    }

    public Task<AnswerVersion> Version() => Task.FromResult(Authority.AnswerVersion);

    public async Task<VersionedAnswers> Answer(ReplicaQuestion question, Audience audience)
    {
        await Recognise(question.Values.Select(query => query.OrgUnit).Concat(question.Periods.Select(query => query.Unit)));
        return audience == Audience.Staff
            ? Authority.Answer(question, audience)
            : await AnswerOthers(question);
    }

    public Task<ImmutableArray<FoundSources>> FindSources(ImmutableArray<SourceQuestion> questions, int first) =>
        Task.FromResult(Authority.FindSources(questions, first));

    public Task<ImmutableArray<ProblemLedger>> ProblemLedgers() => Task.FromResult(Authority.Problems.All);

    public virtual Task<ImmutableArray<UnitProblems>> AllProblemLedgers() => Task.FromResult(Authority.Problems.Of(Authority.Unit.Id));

    public Task<ImmutableArray<long>> Versions(ImmutableArray<OrgUnitId> units) => Task.FromResult(Authority.Versions(units));

    public IAsyncEnumerable<ImmutableArray<IndicatorValue>> Watch(
        Guid watch, ImmutableArray<OrgUnitId> units, ImmutableArray<string> indicators, CancellationToken cancellationToken = default) =>
        Authority.Follow(watch, units, indicators, cancellationToken);

    public Task<bool> Refocus(Guid watch, ImmutableArray<OrgUnitId> units, ImmutableArray<string> indicators) =>
        Authority.Refocus(watch, units, indicators);

    public Task<ImmutableArray<Finding>> Findings(OrgUnitId unit, Period? period) => Marked(Authority.Findings(unit, period));

    public virtual Task<ImmutableArray<Finding>> AllFindings(Period? period) => Marked(Authority.AllFindings(period));

    public async IAsyncEnumerable<ImmutableArray<Finding>> WatchFindings(
        Guid watch, ImmutableArray<OrgUnitId> units, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var findings in Authority.FollowFindings(watch, units, cancellationToken))
            yield return await Marked(findings).WaitAsync(cancellationToken);
    }

    public Task TellWord(FindingId finding, Acknowledgement? word)
    {
        Authority.TellWord(finding, word);
        return Task.CompletedTask;
    }

    public Task<bool> RefocusFindings(Guid watch, ImmutableArray<OrgUnitId> units) =>
        Task.FromResult(Authority.RefocusFindings(watch, units));

    public async Task<ImmutableArray<Suppression?>> WhyValuesWithheld(ImmutableArray<ValueQuery> queries)
    {
        await Recognise(queries.Select(query => query.OrgUnit));
        await Consult(queries.SelectMany(Authority.Marks.CellsOf));
        return [.. queries.Select(Authority.Marks.WhyWithheld)];
    }

    public async Task<ImmutableArray<Suppression?>> WhyFindingsWithheld(ImmutableArray<FindingId> findings)
    {
        await Consult(findings.SelectMany(Authority.Marks.CellsOf));
        return [.. findings.Select(Authority.Marks.WhyWithheld)];
    }

    public Task<ImmutableArray<Closed>> ClosedOf(OrgUnitId child, ImmutableArray<YearOfCounts> years) =>
        Task.FromResult(Authority.ClosedOf(child, years));

    public Task<VersionedClosures> ClosuresOf(OrgUnitId child, ImmutableArray<YearOfCounts> years) =>
        Task.FromResult(new VersionedClosures(Authority.ClosedOf(child, years), Authority.AnswerVersion));

    public async Task<ImmutableArray<Closure>> HeldIn(ImmutableArray<YearOfCounts> years)
    {
        await Consult(years);
        return Authority.HeldIn(years);
    }

    /// <summary>
    /// Brings in what the units above and below withhold, without which the marks of cells are too strict: what is not known to
    /// be shown is withheld.
    /// </summary>
    protected abstract Task Consult(ImmutableArray<YearOfCounts> years);

    /// <summary>
    /// Answers for who is no staff. Whatever is told of above and below is taken over in the very turn in which the answers are
    /// made: in between another reader could be told something else, and the answers would rest on what they do not name.
    /// </summary>
    protected abstract Task<VersionedAnswers> AnswerOthers(ReplicaQuestion question);

    /// <summary>The groups and years of counts behind a question, which become more as counts of other years come in.</summary>
    protected ImmutableArray<YearOfCounts> YearsOf(ReplicaQuestion question) => Authority.YearsOf(question.Values.SelectMany(Authority.Marks.CellsOf));

    protected Task Consult(IEnumerable<MeasureKey> cells)
    {
        var years = Authority.YearsOf(cells);
        return years.IsEmpty ? Task.CompletedTask : Consult(years);
    }

    protected async Task<ImmutableArray<Finding>> Marked(ImmutableArray<Finding> findings)
    {
        await Consult(findings.SelectMany(finding => Authority.Marks.CellsOf(finding.Id)));
        return [.. findings.Select(Authority.Marks.Mark)];
    }

    /// <summary>Brings in the children's rows before the first reader is answered, so that no version goes back.</summary>
    protected abstract Task LoadRows(CancellationToken cancellationToken);

    /// <summary>The unit's own row may have changed.</summary>
    protected abstract void OnRowChanged();

    /// <summary>A child's grain.</summary>
    protected abstract Contracts.IRowSource ChildGrain(OrgUnitId child);

    /// <summary>The row of a child that did not answer; null where there is no other way to it.</summary>
    protected abstract Task<RowUpdate?> RowInstead(OrgUnit child);

    /// <summary>Asks a unit once more what it withholds, without haste; what it says is heeded.</summary>
    /// <returns>False where it does not answer.</returns>
    protected abstract Task<bool> AskWhatIsWithheld(OrgUnitId unit, ImmutableArray<YearOfCounts> years);

    /// <summary>A reader may name a school that was registered a moment ago, which the tree held here does not show yet.</summary>
    protected Task Recognise(IEnumerable<OrgUnitId> units) =>
        units.All(unit => unit == Authority.Unit.Id || Authority.Knows(unit)) ? Task.CompletedTask : CheckTree();

    private void CountOwn(SourceKind kind, SubmissionOutcome outcome)
    {
        if (outcome.Refused || outcome.Duplicate)
            return;
        arrivals.Add(ArrivalPusher.CountOf(kind, outcome, time));
        DelayDeactivation(countingDay);
    }

    private async Task<ImmutableArray<IndicatorValue>> EvaluateMarked(ImmutableArray<ValueQuery> queries)
    {
        await Consult(queries.SelectMany(Authority.Marks.CellsOf));
        return Authority.Evaluate(queries, Audience.Everyone);
    }

    /// <summary>A look in vain, while a silo comes or goes, is made good by the next.</summary>
    private async Task LookAround()
    {
        Rows.AskAgain();
        OpenQuestions.AskAgain();
        try
        {
            await CheckTree();
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or StoreUnavailableException)
        {
            logger.LogDebug(e, "{OrgUnit} could not ask for new units.", Authority.Unit.Id);
        }
    }

    private async Task CheckTree()
    {
        var tree = await this.GetOrgUnitTree();
        if (tree.Version <= Authority.Tree.Version)
            return;
        Authority.AdoptTree(tree);
        OnRowChanged();
    }

    private void MeasureLag(RowUpdate update)
    {
        // A whole row brings old records up after a restart; that is no lag.
        if (update.Since == 0)
            return;
        var newest = update.Cells.Max(cell => cell.Total?.AcceptedAt);
        if (newest is { } acceptedAt)
            GrainsInstruments.OnRolledUp(Level.ToString(), time.GetUtcNow() - acceptedAt);
    }
}
