using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace EduAnalytics.Journal.Tests;

/// <summary>What one of the journal's instruments records while this listens.</summary>
internal sealed class MeasurementsOf<T> : IDisposable where T : struct
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(T Value, string Tags)> _seen = new();

    public MeasurementsOf(string instrument)
    {
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Meter.Name == "EduAnalytics.Journal" && published.Name == instrument)
                listener.EnableMeasurementEvents(published);
        };
        _listener.SetMeasurementEventCallback<T>((_, value, tags, _) =>
            _seen.Enqueue((value, string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")))));
        _listener.Start();
    }

    public IReadOnlyList<T> Values => [.. _seen.Select(measurement => measurement.Value)];

    public IReadOnlyList<string> Tags => [.. _seen.Select(measurement => measurement.Tags)];

    public void Dispose() => _listener.Dispose();
}
