using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Gateway.Schema.Batches;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Dropout;

/// <summary>One unit's ledgers of controlling dropout at a period's end.</summary>
internal sealed record DropoutLedger(OrgUnit OrgUnit, Period Period, SchoolStage? Stage);

/// <summary>
/// The three ledgers that the ministry asks for, with the roll they are held against and the reports that stand behind
/// their zeros. Each entry is an indicator like any other, read in one batch with the others.
/// </summary>
internal sealed class DropoutLedgerType : OutputType<DropoutLedger>
{
    public DropoutLedgerType()
    {
        Name = "DropoutLedger";
        Description = "Controlling dropout (控辍保学台账): children of school age, suspected and confirmed dropouts at the period's end.";
        Required<OrgUnitType>("orgUnit").From(source => source.OrgUnit);
        Required<PeriodScalar>("period").From(source => source.Period);
        Optional<EnumerationGraphType<SchoolStage>>("stage").From(source => source.Stage);
        Entry("schoolAge", "students.school_age", "Children of compulsory-school age in the population register, of the period's year.", OfYear);
        Entry("enrolled", "dropout.roll", "Students on the roll, those who dropped out in the period among them.");
        Entry("suspected", "dropout.suspected", "Open suspicions.");
        Entry("confirmed", "dropout.confirmed", "Confirmed dropouts who are still away, whenever they left.");
        Entry("closed", "dropout.closed", "Confirmed cases that were closed within the period.");
        Entry("reportingRate", "dropout.reporting_rate", "Of the monthly reports that schools owed, how many they gave.", stageless: true);
    }

    private void Entry(string name, string indicator, string description, Func<Period, Period>? period = null, bool stageless = false) =>
        Required<IndicatorValueType>(name)
            .Description(description)
            .Resolve(context => context.Batch<ValueBatch>().Load(
                context.Caller(),
                context.Source.OrgUnit,
                indicator,
                period?.Invoke(context.Source.Period) ?? context.Source.Period,
                stageless ? null : context.Source.Stage,
                context.ReportSilent));

    /// <summary>The population register is counted once a year.</summary>
    private static Period OfYear(Period period) =>
        period.IsWholeYear ? period : Period.OfYear(period.Start.Year);
}
