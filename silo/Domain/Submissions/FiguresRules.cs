using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Submissions;

/// <summary>What makes a stated figure impossible, line by line.</summary>
public static class FiguresRules
{
    private const decimal WholeShare = 100;

    public static ImmutableArray<SubmissionError> Check(FiguresSubmission submission, OrgUnit unit, Catalogue catalogue, DateOnly today)
    {
        var errors = new SubmissionErrors(submission.Id, submission.Figures.Length);
        if (string.IsNullOrWhiteSpace(submission.Source.Document))
            errors.Add(SubmissionErrorCodes.Missing, "Say which document the figures come from.", null, "source.document");
        var seen = new HashSet<MeasureKey>();
        for (var i = 0; i < submission.Figures.Length; i++)
        {
            var figure = submission.Figures[i];
            if (CheckCode(figure, unit, catalogue, i, errors) is not { } kept)
                continue;
            CheckValue(figure, kept, i, errors);
            if (figure.Period.Start > today)
                errors.Add(SubmissionErrorCodes.FutureDate, $"Period {figure.Period} has not begun; today is {today:yyyy-MM-dd}.", i, "period");
            if (!seen.Add(catalogue.Normalise(figure.Key)))
                errors.Add(SubmissionErrorCodes.Repeated, $"{figure.Code} for {figure.Period} is stated twice in this submission.", i, "code");
        }

        return errors.ToImmutable();
    }

    private static Kept? CheckCode(Figure figure, OrgUnit unit, Catalogue catalogue, int index, SubmissionErrors errors)
    {
        var measure = catalogue.FindMeasure(figure.Code);
        var indicator = catalogue.FindIndicator(figure.Code);
        if (measure is null && indicator is null)
        {
            errors.Add(SubmissionErrorCodes.UnknownCode, $"The catalogue knows no measure or indicator '{figure.Code}'.", index, "code");
            return null;
        }

        var kept = measure is not null
            ? new Kept(measure.Unit, measure.Whole, measure.PeriodTypes, measure.Stages)
            : new Kept(indicator!.Unit, false, indicator.PeriodTypes, indicator.Stages);
        if (!kept.PeriodTypes.Contains(figure.Period.Type))
        {
            var expected = string.Join(" or ", kept.PeriodTypes.Select(Describe));
            errors.Add(SubmissionErrorCodes.WrongPeriod, $"{figure.Code} is kept by {expected}; {figure.Period} is none.", index, "period");
        }

        if (figure.Stage is { } stage && (!kept.Stages.Contains(stage) || (unit.Level == OrgUnitLevel.School && !unit.Stages.Contains(stage))))
            errors.Add(SubmissionErrorCodes.WrongStage, $"{figure.Code} has no stage {stage} at {unit.Name}.", index, "stage");
        return kept;
    }

    private static void CheckValue(Figure figure, Kept kept, int index, SubmissionErrors errors)
    {
        if (figure.Value < 0)
            errors.Add(SubmissionErrorCodes.BadValue, $"{figure.Code} cannot be negative; {figure.Value} was given.", index, "value");
        else if (kept.Whole && decimal.Truncate(figure.Value) != figure.Value)
            errors.Add(SubmissionErrorCodes.BadValue, $"{figure.Code} counts whole {kept.Unit}; {figure.Value} was given.", index, "value");
        else if (kept.Unit == "percent" && figure.Value > WholeShare)
            errors.Add(SubmissionErrorCodes.BadValue, $"{figure.Code} is a percentage from 0 to 100; {figure.Value} was given.", index, "value");
    }

    internal static string Describe(PeriodType type) => type switch
    {
        PeriodType.Year => "year (2023)",
        PeriodType.SchoolYear => "school year (SY2023)",
        PeriodType.HalfYear => "half-year (2024H1)",
        PeriodType.Month => "month (2024-05)",
        _ => "day (2024-05-22)",
    };

    private sealed record Kept(string Unit, bool Whole, ImmutableArray<PeriodType> PeriodTypes, ImmutableArray<SchoolStage> Stages);
}
