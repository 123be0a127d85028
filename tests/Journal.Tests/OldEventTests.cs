using System.Text;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Journal.Events;

namespace EduAnalytics.Journal.Tests;

/// <summary>
/// Entries as the first program that wrote their kind wrote them, never edited: they stand for the journals that exist, and
/// each must be read as what it was.
/// </summary>
public sealed class OldEventTests
{
    [Fact]
    public void Figures_of_the_first_form_are_read()
    {
        var reported = Decode<FiguresReported>(
            "FiguresReported", """{"source":{"document":"自评报告"},"figures":[{"code":"preschool.staff","period":"2024","value":91},{"code":"dropout.rate","period":"2024","stage":"Primary","value":0.25}]}""");

        Assert.Equal(("自评报告", null), (reported.Source.Document, reported.Source.Section));
        Assert.Equal([("preschool.staff", null, 91m), ("dropout.rate", SchoolStage.Primary, 0.25m)], reported.Figures.Select(figure => (figure.Code, figure.Stage, figure.Value)));
        Assert.All(reported.Figures, figure => Assert.Equal((Period.OfYear(2024), null), (figure.Period, figure.Quote)));
    }

    [Fact]
    public void Enrolment_from_before_suspicions_and_reasons_of_the_register_is_read()
    {
        var enrolment = Decode<EnrolmentRecorded>(
            "EnrolmentRecorded", """[{"student":"a","kind":"Enrolled","date":"2024-03-01","grade":3,"sex":"Female"},{"student":"a","kind":"DroppedOut","date":"2024-05-01"}]""");

        Assert.Equal(
            [
                new EnrolmentEvent("a", EnrolmentKind.Enrolled, new DateOnly(2024, 3, 1), 3, Sex.Female, null),
                new EnrolmentEvent("a", EnrolmentKind.DroppedOut, new DateOnly(2024, 5, 1), null, null, null),
            ],
            enrolment.Events);
    }

    [Fact]
    public void A_fitness_result_from_before_raw_items_is_read_by_its_score()
    {
        var fitness = Decode<FitnessRecorded>("FitnessRecorded", """[{"student":"a","testedOn":"2024-10-08","grade":4,"sex":"Male","score":81.5}]""");

        var result = Assert.Single(fitness.Results);
        Assert.Equal(("a", new DateOnly(2024, 10, 8), 4, Sex.Male, 81.5m), (result.Student, result.TestedOn, result.Grade, result.Sex, result.Score));
        Assert.Null(result.Items);
    }

    [Fact]
    public void An_org_unit_from_before_forms_of_school_is_an_ordinary_one()
    {
        var registered = Decode<OrgUnitsRegistered>(
            "OrgUnitsRegistered", """[{"id":"230404-yifu-primary","name":"逸夫小学","level":"School","parent":"230404","stages":["Primary"],"synthetic":false}]""");

        var unit = Assert.Single(registered.Units);
        Assert.Equal(("230404-yifu-primary", "逸夫小学", OrgUnitLevel.School, "230404"), (unit.Id.Code, unit.Name, unit.Level, unit.Parent?.Code));
        Assert.Equal([SchoolStage.Primary], unit.Stages);
        Assert.Null(unit.Form);
    }

    [Fact]
    public void Problems_named_before_they_had_a_status_are_open()
    {
        var named = Decode<ProblemsNamed>(
            "ProblemsNamed", """{"period":"2024","source":{"document":"自评报告","section":"三"},"problems":[{"number":"1","text":"优良率偏低","indicators":["fitness.excellent_good_rate"]}]}""");

        var problem = Assert.Single(named.Problems);
        Assert.Equal(("1", ProblemStatus.Open, null), (problem.Number, problem.Status, problem.Correction));
        Assert.Equal(["fitness.excellent_good_rate"], problem.Indicators);
    }

    [Fact]
    public void The_end_of_a_month_is_read() =>
        Assert.Equal(Period.Parse("2026-10"), Decode<MonthEnded>("MonthEnded", """{"month":"2026-10"}""").Month);

    private static T Decode<T>(string kind, string payload)
        where T : JournalEvent
    {
        var entry = new JournalEntry("230404", 1, "old", "hash", kind, DateTimeOffset.UnixEpoch, Encoding.UTF8.GetBytes(payload));
        var read = Assert.IsType<T>(JournalEventCodec.Decode(entry));
        Assert.Equal(("old", DateTimeOffset.UnixEpoch), (read.SubmissionId, read.AcceptedAt));
        return read;
    }
}
