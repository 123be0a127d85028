using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Cli.Torture;

/// <summary>
/// What one client has sent for one school, counted without any code of the system's own: sets of students, and the last
/// statement of each figure. Only what was acknowledged counts.
/// </summary>
/// <param name="id">The school's code.</param>
/// <param name="stage">Its one stage, as the API spells it.</param>
/// <param name="grade">A grade of that stage.</param>
/// <param name="client">Whose count this is; part of the students' names.</param>
/// <param name="statesFigures">Whether this client states the school's figures; of two statements the later counts, so one client does.</param>
internal sealed class TorturedSchool(string id, string stage, int grade, string client, bool statesFigures)
{
    private readonly List<string> onRoll = [];
    private readonly List<string> droppedOut = [];
    private readonly Queue<string> untested = new();
    private int made;

    public string Id => id;

    public string Stage => stage;

    public int Grade => grade;

    public bool StatesFigures => statesFigures;

    public int Enrolled => onRoll.Count + droppedOut.Count;

    public int DroppedOut => droppedOut.Count;

    public int Tested { get; private set; }

    public int Passed { get; private set; }

    public int ExcellentOrGood { get; private set; }

    /// <summary>The client's last statements; null while it has made none.</summary>
    public (int Screened, int Myopic)? Stated { get; private set; }

    /// <summary>Enrolments of new students, and departures and returns of earlier ones, at most one line a student.</summary>
    public IReadOnlyList<EnrolmentLine> NextEnrolment(Random random)
    {
        var lines = Enumerable.Range(0, random.Next(1, 40))
            .Select(_ => new EnrolmentLine($"{client}-{++made}", EnrolmentKind.Enrolled))
            .ToList();
        if (onRoll.Count > 0 && random.Next(2) == 0)
            lines.Add(new EnrolmentLine(onRoll[random.Next(onRoll.Count)], EnrolmentKind.DroppedOut));
        if (droppedOut.Count > 0 && random.Next(3) == 0)
            lines.Add(new EnrolmentLine(droppedOut[random.Next(droppedOut.Count)], EnrolmentKind.Returned));
        return lines;
    }

    public IReadOnlyList<FitnessLine> NextFitness(Random random) =>
        [.. untested.Take(random.Next(1, 30)).Select(student => new FitnessLine(student, random.Next(300, 1100) / 10m))];

    public void Acknowledge(IReadOnlyList<EnrolmentLine> lines)
    {
        foreach (var line in lines)
        {
            var (from, to) = line.Kind == EnrolmentKind.DroppedOut ? (onRoll, droppedOut) : (droppedOut, onRoll);
            from.Remove(line.Student);
            to.Add(line.Student);
            if (line.Kind == EnrolmentKind.Enrolled)
                untested.Enqueue(line.Student);
        }
    }

    public void Acknowledge(IReadOnlyList<FitnessLine> lines)
    {
        foreach (var line in lines)
        {
            untested.Dequeue();
            Tested++;
            Passed += line.Score >= 60 ? 1 : 0;
            ExcellentOrGood += line.Score >= 80 ? 1 : 0;
        }
    }

    public void Acknowledge(int screened, int myopic) => Stated = (screened, myopic);
}

internal sealed record EnrolmentLine(string Student, EnrolmentKind Kind);

internal sealed record FitnessLine(string Student, decimal Score);
