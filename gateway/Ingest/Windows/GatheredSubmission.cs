using System.Collections.Immutable;
using System.Globalization;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Ingest.Lines;

namespace EduAnalytics.Gateway.Ingest.Windows;

/// <summary>The lines of one submission, with where in the stream each stood.</summary>
internal sealed class GatheredSubmission<T>(IngestRequest request, LineOwner owner, long firstLine)
{
    /// <summary>A file sent to the wrong address is wrong in every line; the first hundred tell that.</summary>
    private const int MostFaults = 100;

    private readonly ImmutableArray<T>.Builder values = ImmutableArray.CreateBuilder<T>();
    private readonly List<long> lines = [];
    private readonly List<(long Line, LineFault Fault)> faults = [];
    private int faulty;

    /// <summary>The stream's name and the number of the first line: the same in every repetition of the stream.</summary>
    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"{request.Name}-{firstLine}");

    public LineOwner Owner { get; } = owner;

    public long FirstLine { get; } = firstLine;

    /// <summary>Lines of the stream that belong to it, faulty ones too.</summary>
    public int LineCount => lines.Count + faulty;

    public bool IsFull => LineCount >= request.LinesPerSubmission;

    public IReadOnlyList<(long Line, LineFault Fault)> Faults => faults;

    public void Add(long line, T value)
    {
        lines.Add(line);
        values.Add(value);
    }

    public void Refuse(long line, LineFault fault)
    {
        faulty++;
        if (faults.Count < MostFaults)
            faults.Add((line, fault));
    }

    /// <summary>Brings it to its unit; one with faulty lines never leaves the gateway.</summary>
    public Task<SubmissionOutcome> Send(ILineFormat<T> format) => faults.Count > 0
        ? Task.FromResult(SubmissionOutcome.OfRefused(
            [.. faults.Select(fault => new SubmissionError(fault.Fault.Code, fault.Fault.Message, null, fault.Fault.Field))]))
        : format.Submit(Id, Owner, values.DrainToImmutable());

    /// <summary>The stream's line, counted from 1, that an error speaks of; null where it speaks of the whole submission.</summary>
    public long? LineOf(SubmissionError error, int place) =>
        faults.Count > 0 ? faults[place].Line : error.Index is { } index ? lines[index] : null;
}
