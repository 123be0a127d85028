using EduAnalytics.Cli.Torture.Readers;

namespace EduAnalytics.Cli.Tests.Torture;

/// <summary>How long readers were without an answer is the figure that availability is judged by.</summary>
public sealed class ReadingTests
{
    private readonly StandingTime time = new();

    [Fact]
    public void The_longest_wait_is_that_of_the_reader_who_waited_longest()
    {
        var reading = new Reading(time);
        reading.Begin("one");
        reading.Begin("other");
        time.Pass(seconds: 2);
        reading.OnAnswer("one");
        time.Pass(seconds: 3);
        reading.OnAnswer("one");
        reading.OnAnswer("other");

        Assert.Equal(new ReadingSeen(3, 0, TimeSpan.FromSeconds(5), 0), reading.Take());
    }

    [Fact]
    public void A_wait_that_nobody_ended_counts_and_goes_on()
    {
        var reading = new Reading(time);
        reading.Begin("one");
        time.Pass(seconds: 4);
        reading.OnFailure();

        Assert.Equal(new ReadingSeen(0, 1, TimeSpan.FromSeconds(4), 0), reading.Take());

        time.Pass(seconds: 1);
        reading.OnAnswer("one");

        Assert.Equal(new ReadingSeen(1, 0, TimeSpan.FromSeconds(5), 0), reading.Take());
    }
}
