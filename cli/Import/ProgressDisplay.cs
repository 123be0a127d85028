using System.Globalization;
using Spectre.Console;

namespace EduAnalytics.Cli.Import;

/// <summary>Tells how far a long work has come: by a bar in a terminal, by a line now and then in a file.</summary>
internal abstract class ProgressDisplay
{
    /// <param name="output">Standard output gets a bar where it is a terminal; everything else gets lines.</param>
    public static ProgressDisplay For(TextWriter output, TimeProvider time) =>
        ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected ? new Bar(time) : new PlainLines(output, time);

    /// <param name="verb">What is being done to rows: checked, sent.</param>
    /// <param name="total">How many there are; null where only the share is known.</param>
    /// <param name="work">Is given a place to report to: the number done, if it is known, and the share from 0 to 1.</param>
    public abstract Task<T> Show<T>(string verb, long? total, Func<Action<long?, double>, Task<T>> work);

    protected static string Describe(string verb, long? total, long? done, double share, TimeSpan elapsed)
    {
        var left = share > 0 ? TimeSpan.FromSeconds(elapsed.TotalSeconds * (1 - share) / share) : (TimeSpan?)null;
        var rate = done is { } lines && elapsed > TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $"{lines:N0} of {total:N0} lines, {lines / elapsed.TotalSeconds:N0} a second, ")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"{verb} {share:P0}: {rate}{(left is { } rest ? $"{rest:hh\\:mm\\:ss} left" : "")}");
    }

    private sealed class Bar(TimeProvider time) : ProgressDisplay
    {
        public override Task<T> Show<T>(string verb, long? total, Func<Action<long?, double>, Task<T>> work) =>
            AnsiConsole.Progress()
                .HideCompleted(true)
                .Columns(new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
                .StartAsync(screen =>
                {
                    var started = time.GetTimestamp();
                    var bar = screen.AddTask(verb, maxValue: 1);
                    return work((done, share) =>
                    {
                        bar.Value = share;
                        bar.Description = Markup.Escape(Describe(verb, total, done, share, time.GetElapsedTime(started)));
                    });
                });
    }

    private sealed class PlainLines(TextWriter output, TimeProvider time) : ProgressDisplay
    {
        private static readonly TimeSpan between = TimeSpan.FromSeconds(5);

        public override Task<T> Show<T>(string verb, long? total, Func<Action<long?, double>, Task<T>> work)
        {
            var (started, told) = (time.GetTimestamp(), TimeSpan.Zero);
            return work((done, share) =>
            {
                var elapsed = time.GetElapsedTime(started);
                if (elapsed - told < between)
                    return;
                told = elapsed;
                output.WriteLine(Describe(verb, total, done, share, elapsed));
            });
        }
    }
}
