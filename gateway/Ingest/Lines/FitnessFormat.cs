using System.Collections.Immutable;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Submissions;

namespace EduAnalytics.Gateway.Ingest.Lines;

/// <summary>Lines of <c>/ingest/fitness</c>: a total score, or raw items.</summary>
internal sealed class FitnessFormat(SubmissionCommands commands, Caller caller) : ILineFormat<FitnessResult>
{
    private const string Fields = "school, student, testedOn, grade, sex, score, items";

    public string OwnerField => "school";

    public (LineOwner? Owner, FitnessResult? Value) Read(ref JsonLine line, TextPool texts)
    {
        var (school, student) = ((string?)null, (string?)null);
        DateOnly? testedOn = null;
        int? grade = null;
        Sex? sex = null;
        decimal? score = null;
        ImmutableArray<FitnessItemValue>? items = null;
        while (line.NextField())
        {
            if (line.Takes("school"u8))
                school = line.BelongsTo(line.PooledText("school", texts));
            else if (line.Takes("student"u8))
                student = line.Text("student");
            else if (line.Takes("testedOn"u8))
                testedOn = line.Date("testedOn");
            else if (line.Takes("grade"u8))
                grade = line.Whole("grade");
            else if (line.Takes("sex"u8))
                sex = line.Word<Sex>("sex");
            else if (line.Takes("score"u8))
                score = line.Number("score");
            else if (line.Takes("items"u8))
                items = ReadItems(ref line, texts);
            else
                line.RefuseField(Fields);
        }

        line.Require(school is not null, "school");
        line.Require(student is not null, "student");
        line.Require(testedOn is not null, "testedOn");
        line.Require(grade is not null, "grade");
        line.Require(sex is not null, "sex");
        LineOwner? owner = school is null ? null : new LineOwner(school, null);
        return (owner, line.Fault is null ? new FitnessResult(student!, testedOn!.Value, grade!.Value, sex!.Value, score, items) : null);
    }

    public Task<SubmissionOutcome> Submit(string submissionId, LineOwner owner, ImmutableArray<FitnessResult> lines) =>
        commands.RecordFitness(caller, submissionId, owner.Unit, lines);

    private static ImmutableArray<FitnessItemValue>? ReadItems(ref JsonLine line, TextPool texts)
    {
        if (!line.EnterList("items"))
            return null;
        var items = ImmutableArray.CreateBuilder<FitnessItemValue>();
        while (line.NextInList("items"))
        {
            string? item = null;
            decimal? value = null;
            while (line.NextInnerField())
            {
                if (line.Takes("item"u8))
                    item = line.PooledText("items.item", texts);
                else if (line.Takes("value"u8))
                    value = line.Number("items.value");
                else
                    line.RefuseField("item, value");
            }

            line.Require(item is not null, "items.item");
            line.Require(value is not null, "items.value");
            items.Add(new FitnessItemValue(item ?? "", value ?? 0));
        }

        return items.Count == 0 ? null : items.ToImmutable();
    }
}
