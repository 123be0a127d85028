using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Domain.Schools.Counting;

/// <summary>
/// Counts one enrolment step. Steps come in order of their dates, so that a step changes nothing before its own month, and
/// a roll that is years old is not gone through again.
/// </summary>
internal readonly ref struct EnrolmentCounting(RecordCounts counts, SchoolStage? onlyStage, ReadOnlySpan<EnrolmentStep> before)
{
    private static readonly PeriodType[] allTypes = Enum.GetValues<PeriodType>();
    private static readonly PeriodType[] yearlyTypes = [PeriodType.Year, PeriodType.SchoolYear];

    private readonly ReadOnlySpan<EnrolmentStep> before = before;

    public void Count(EnrolmentStep step)
    {
        var was = Standing.After(before);
        var now = was;
        now.Take(step);
        CountSuspicion(was, now, step);
        MoveOnRoll(was, now, step);
        if (was.DroppedOutOn is { } dropout && now.DroppedOutOn is null)
            CloseDropout(was, dropout, step);
        if (step.DropsOut)
            OpenDropout(was, step);
        if (step.Kind == EnrolmentKind.Graduated && was.StageOn(step.Date, onlyStage) is { } graduated)
            AddIn(yearlyTypes, Tally.Graduated, step.Date, graduated, +1);
        new CohortCounting(counts, onlyStage).Count(was, now, step);
    }

    private void CountSuspicion(Standing was, Standing now, EnrolmentStep step)
    {
        if (was.SuspectedOn is { } since && was.StageOn(since, onlyStage) is { } suspected)
            counts.Suspect(suspected, RecordCounts.MonthOf(step.Date), -1);
        if (now.SuspectedOn is not null && now.StageOn(step.Date, onlyStage) is { } stage)
            counts.Suspect(stage, RecordCounts.MonthOf(step.Date), +1);
    }

    /// <summary>Takes the student off the roll as it was to run on, and puts him on it as it now will.</summary>
    private void MoveOnRoll(Standing was, Standing now, EnrolmentStep step)
    {
        if (was.OnRoll && now.OnRoll && was.GradeOn(step.Date) == now.GradeOn(step.Date))
            return;
        if (was.OnRoll)
            Enrol(was, step.Date, -1);
        if (now.OnRoll)
            Enrol(now, step.Date, +1);
    }

    private void Enrol(Standing standing, DateOnly from, int sign)
    {
        if (standing.StageOn(from, onlyStage) is { } stage)
            counts.Enrol(stage, RecordCounts.MonthOf(from), sign);
        if (onlyStage is not null)
            return;
        foreach (var move in StageMoves.After(standing, from))
        {
            counts.Enrol(move.From, move.Month, -sign);
            if (move.To is { } next)
                counts.Enrol(next, move.Month, sign);
        }
    }

    private void OpenDropout(Standing was, EnrolmentStep step)
    {
        if (was.StageOn(step.Date, onlyStage) is not { } stage)
            return;
        AddIn(allTypes, Tally.DroppedOut, step.Date, stage, +1);
        AddIn(allTypes, Tally.Spoken, step.Date, stage, +1);
        counts.Confirm(stage, RecordCounts.MonthOf(step.Date), +1);
        if (!OnSeptemberRoll(step.Date))
            counts.Add(Tally.DroppedOutBesideRoll, Period.Of(PeriodType.SchoolYear, step.Date), stage, +1);
    }

    private void CloseDropout(Standing was, DateOnly dropout, EnrolmentStep step)
    {
        if (was.StageOn(dropout, onlyStage) is not { } stage)
            return;

        // Within the period it was no dropout after all; an earlier period's count stands as it was.
        foreach (var type in allTypes)
        {
            var period = Period.Of(type, dropout);
            if (step.Date > period.End)
                continue;
            counts.Add(Tally.DroppedOut, period, stage, -1);
            if (type == PeriodType.SchoolYear && !OnSeptemberRoll(dropout))
                counts.Add(Tally.DroppedOutBesideRoll, period, stage, -1);
        }

        AddIn(allTypes, Tally.Spoken, step.Date, stage, +1);
        AddIn(allTypes, Tally.Closed, step.Date, stage, +1);
        if (step.Kind == EnrolmentKind.Returned)
            AddIn(allTypes, Tally.Returned, step.Date, stage, +1);
        counts.Confirm(stage, RecordCounts.MonthOf(step.Date), -1);
    }

    private bool OnSeptemberRoll(DateOnly dropout) =>
        Standing.WasOnRollIn(RecordCounts.SeptemberOf(Period.SchoolYearOf(dropout)), before)
        && RecordCounts.MonthOf(dropout) > RecordCounts.SeptemberOf(Period.SchoolYearOf(dropout));

    private void AddIn(PeriodType[] types, Tally tally, DateOnly day, SchoolStage stage, int by)
    {
        foreach (var type in types)
            counts.Add(tally, Period.Of(type, day), stage, by);
    }
}
