using System.Collections.Immutable;
using System.Globalization;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Contracts.OrgUnits;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Gateway.Submissions;

/// <summary>One line of recordEnrolment as sent; the date is still text.</summary>
public sealed record EnrolmentLine(string Student, EnrolmentKind Kind, string Date, int? Grade, Sex? Sex, string? Reason);

/// <summary>One line of recordFitness as sent: a total score, or raw items.</summary>
public sealed record FitnessLine(string Student, string TestedOn, int Grade, Sex Sex, decimal? Score, IReadOnlyList<FitnessItemLine>? Items);

public sealed record FitnessItemLine(string Item, decimal Value);

/// <summary>
/// Brings submissions to the grain of their org unit; what cannot be read is refused here, line by line, and whoever may not
/// send for a unit before anything of it is read.
/// </summary>
public sealed class SubmissionCommands(IGrainFactory grains, OrgUnitQueries orgUnits)
{
    public async Task<SubmissionOutcome> ReportFigures(Caller caller, string submissionId, string orgUnit, Source source, ImmutableArray<Figure> figures)
    {
        if (await orgUnits.Find(orgUnit) is not { } unit)
            return UnknownUnit(orgUnit, "orgUnit");
        if (!(await RightsOf(caller)).SubmitsFor(unit.Id))
            return Refused(Forbidden.ToSubmit(caller, orgUnit, "orgUnit"));
        var submission = new FiguresSubmission(submissionId, unit.Id, source, figures);
        return unit.Level switch
        {
            OrgUnitLevel.School => await grains.GetGrain<ISchoolGrain>(unit.Id.Code).ReportFigures(submission),
            OrgUnitLevel.District => await grains.GetGrain<IDistrictGrain>(unit.Id.Code).ReportFigures(submission),
            _ => await grains.GetGrain<ICityGrain>(unit.Id.Code).ReportFigures(submission),
        };
    }

    public async Task<SubmissionOutcome> NameProblems(
        Caller caller, string submissionId, string orgUnit, Period period, Source source, ImmutableArray<Problem> problems)
    {
        if (await orgUnits.Find(orgUnit) is not { } unit)
            return UnknownUnit(orgUnit, "orgUnit");
        if (!(await RightsOf(caller)).SubmitsFor(unit.Id))
            return Refused(Forbidden.ToSubmit(caller, orgUnit, "orgUnit"));
        var submission = new ProblemsSubmission(submissionId, unit.Id, period, source, problems);
        return unit.Level switch
        {
            OrgUnitLevel.School => await NameProblems(unit, submission),
            OrgUnitLevel.District => await grains.GetGrain<IDistrictGrain>(unit.Id.Code).NameProblems(submission),
            _ => await grains.GetGrain<ICityGrain>(unit.Id.Code).NameProblems(submission),
        };
    }

    /// <summary>The district lists what its schools name by what it knows of their rows, which come some milliseconds later.</summary>
    private async Task<SubmissionOutcome> NameProblems(OrgUnit school, ProblemsSubmission submission)
    {
        var outcome = await grains.GetGrain<ISchoolGrain>(school.Id.Code).NameProblems(submission);
        if (!outcome.Refused)
            await grains.GetGrain<IDistrictGrain>(school.Parent!.Value.Code).AskAnew(school.Id);
        return outcome;
    }

    public async Task<SubmissionOutcome> RecordEnrolment(Caller caller, string submissionId, string school, IReadOnlyList<EnrolmentLine> lines)
    {
        var (unit, refusal) = await FindSchool(caller, school);
        if (unit is null)
            return refusal!;
        var errors = ImmutableArray.CreateBuilder<SubmissionError>();
        var events = ImmutableArray.CreateBuilder<EnrolmentEvent>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (TryDate(line.Date, i, "date", errors, out var date))
                events.Add(new EnrolmentEvent(line.Student, line.Kind, date, line.Grade, line.Sex, line.Reason));
        }

        return errors.Count > 0
            ? SubmissionOutcome.OfRefused(errors.ToImmutable())
            : await grains.GetGrain<ISchoolGrain>(unit.Id.Code)
                .RecordEnrolment(new EnrolmentSubmission(submissionId, unit.Id, events.ToImmutable()));
    }

    /// <summary>For lines that were read already.</summary>
    public async Task<SubmissionOutcome> RecordEnrolment(Caller caller, string submissionId, string school, ImmutableArray<EnrolmentEvent> events)
    {
        var (unit, refusal) = await FindSchool(caller, school);
        return unit is null
            ? refusal!
            : await grains.GetGrain<ISchoolGrain>(unit.Id.Code).RecordEnrolment(new EnrolmentSubmission(submissionId, unit.Id, events));
    }

    public async Task<SubmissionOutcome> RecordFitness(Caller caller, string submissionId, string school, IReadOnlyList<FitnessLine> lines)
    {
        var (unit, refusal) = await FindSchool(caller, school);
        if (unit is null)
            return refusal!;
        var errors = ImmutableArray.CreateBuilder<SubmissionError>();
        var results = ImmutableArray.CreateBuilder<FitnessResult>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (TryDate(line.TestedOn, i, "testedOn", errors, out var date))
                results.Add(new FitnessResult(line.Student, date, line.Grade, line.Sex, line.Score, ItemsOf(line)));
        }

        return errors.Count > 0
            ? SubmissionOutcome.OfRefused(errors.ToImmutable())
            : await grains.GetGrain<ISchoolGrain>(unit.Id.Code)
                .RecordFitness(new FitnessSubmission(submissionId, unit.Id, results.ToImmutable()));
    }

    /// <summary>For lines that were read already.</summary>
    public async Task<SubmissionOutcome> RecordFitness(Caller caller, string submissionId, string school, ImmutableArray<FitnessResult> results)
    {
        var (unit, refusal) = await FindSchool(caller, school);
        return unit is null
            ? refusal!
            : await grains.GetGrain<ISchoolGrain>(unit.Id.Code).RecordFitness(new FitnessSubmission(submissionId, unit.Id, results));
    }

    /// <summary>Adds units to the tree, or describes known ones anew.</summary>
    public async Task<SubmissionOutcome> RegisterOrgUnits(Caller caller, string submissionId, ImmutableArray<OrgUnit> units)
    {
        var rights = await RightsOf(caller);
        if (!rights.RegistersUnits)
            return Refused(Forbidden.ToRegister(caller, null));
        if (rights.FirstNotRegistrable(units) is { } elsewhere)
            return Refused(Forbidden.ToRegister(caller, elsewhere.Id));
        var tree = grains.GetGrain<IOrgUnitTreeGrain>(IOrgUnitTreeGrain.Key);
        var outcome = await tree.Register(new OrgUnitsSubmission(submissionId, units[0].Id, units));

        // Whoever is told that the units are there may name them at once: the first that is not held makes the tree be asked for.
        foreach (var unit in outcome.Refused ? [] : units)
            await orgUnits.Find(unit.Id.Code);
        return outcome;
    }

    private async Task<(OrgUnit? Unit, SubmissionOutcome? Refusal)> FindSchool(Caller caller, string school)
    {
        var unit = await orgUnits.Find(school);
        if (unit is null)
            return (null, UnknownUnit(school, "school"));
        if (!(await RightsOf(caller)).SubmitsFor(unit.Id))
            return (null, Refused(Forbidden.ToSubmit(caller, school, "school")));
        if (unit.Level == OrgUnitLevel.School)
            return (unit, null);
        var message = $"'{school}' is a {unit.Level}; student records come from schools.";
        return (null, Refused(new SubmissionError(SubmissionErrorCodes.WrongLevel, message, null, "school")));
    }

    private static SubmissionOutcome UnknownUnit(string id, string field) =>
        Refused(new SubmissionError(SubmissionErrorCodes.UnknownOrgUnit, $"There is no org unit '{id}'.", null, field));

    private static SubmissionOutcome Refused(SubmissionError error) => SubmissionOutcome.OfRefused([error]);

    private async ValueTask<Rights> RightsOf(Caller caller) => new(caller, await orgUnits.Tree());

    private static bool TryDate(string text, int index, string field, ImmutableArray<SubmissionError>.Builder errors, out DateOnly date)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
            return true;
        errors.Add(new SubmissionError(SubmissionErrorCodes.BadDate, $"'{text}' is no date; write 2024-05-22.", index, field));
        return false;
    }

    private static ImmutableArray<FitnessItemValue>? ItemsOf(FitnessLine line) =>
        line.Items is { Count: > 0 } items ? [.. items.Select(item => new FitnessItemValue(item.Item, item.Value))] : null;
}
