using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Schools.Register;

namespace EduAnalytics.Journal.Snapshots;

/// <summary>
/// A school's student records as bytes: some twenty a student and a few a step or test, since a large school is read at
/// every activation. Numbers are variable in length; dates count from the student's date before.
/// </summary>
internal static class StudentsCodec
{
    private const int NoSex = 0;
    private const int NoScore = 0;
    private const int Thousand = 1000;

    public static void Write(BinaryWriter writer, IReadOnlyDictionary<string, StudentRecord> students)
    {
        writer.Write7BitEncodedInt(students.Count);
        foreach (var (id, record) in students)
        {
            writer.Write(id);
            writer.Write((byte)(record.Sex is { } sex ? (int)sex + 1 : NoSex));
            var day = 0;
            writer.Write7BitEncodedInt(record.Steps.Length);
            foreach (var step in record.Steps)
            {
                WriteDay(writer, step.Date, ref day);
                writer.Write((byte)step.Kind);
                writer.Write((byte)(step.Grade ?? 0));
                writer.Write((byte)step.Reason);
            }

            writer.Write7BitEncodedInt(record.Tests.Length);
            foreach (var test in record.Tests)
            {
                WriteDay(writer, test.Date, ref day);
                writer.Write7BitEncodedInt(test.Score is { } score ? (int)(score * Thousand) + 1 : NoScore);
                writer.Write((byte)test.Grade);
            }
        }
    }

    public static IEnumerable<KeyValuePair<string, StudentRecord>> Read(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        for (var i = 0; i < count; i++)
        {
            var id = reader.ReadString();
            var sex = reader.ReadByte();
            var day = 0;
            var steps = new EnrolmentStep[reader.Read7BitEncodedInt()];
            for (var at = 0; at < steps.Length; at++)
            {
                var date = ReadDay(reader, ref day);
                var (kind, grade) = ((EnrolmentKind)reader.ReadByte(), reader.ReadByte());
                steps[at] = new EnrolmentStep(date, kind, grade == 0 ? null : grade, (ReasonMeaning)reader.ReadByte());
            }

            var tests = new FitnessTest[reader.Read7BitEncodedInt()];
            for (var at = 0; at < tests.Length; at++)
            {
                var date = ReadDay(reader, ref day);
                var score = reader.Read7BitEncodedInt();
                tests[at] = new FitnessTest(date, score == NoScore ? null : (decimal)(score - 1) / Thousand, reader.ReadByte());
            }

            yield return KeyValuePair.Create(id, new StudentRecord(sex == NoSex ? null : (Sex)(sex - 1), steps, tests));
        }
    }

    /// <summary>Tests come in order of arrival, and so may lie before the date before.</summary>
    private static void WriteDay(BinaryWriter writer, DateOnly date, ref int day)
    {
        var difference = date.DayNumber - day;
        writer.Write7BitEncodedInt((difference << 1) ^ (difference >> 31));
        day = date.DayNumber;
    }

    private static DateOnly ReadDay(BinaryReader reader, ref int day)
    {
        var folded = (uint)reader.Read7BitEncodedInt();
        day += (int)(folded >> 1) ^ -(int)(folded & 1);
        return DateOnly.FromDayNumber(day);
    }
}
