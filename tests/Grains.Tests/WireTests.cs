using EduAnalytics.Grains.Hosting;
using EduAnalytics.Journal;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace EduAnalytics.Grains.Tests;

/// <summary>What a gateway in another process hears of a failure here.</summary>
public sealed class WireTests
{
    [Theory]
    [InlineData(JournalFault.Damaged, false)]
    [InlineData(JournalFault.Unreachable, true)]
    [InlineData(JournalFault.StorageFull, true)]
    public void A_failure_of_the_journal_says_elsewhere_too_whether_to_come_again(JournalFault fault, bool retryable)
    {
        using var services = new ServiceCollection().AddSerializer(wire => wire.AddAssembly(typeof(SiloServices).Assembly)).BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        Exception sent = new JournalUnavailableException(fault, "why", new InvalidOperationException("cause"));

        var heard = Assert.IsType<JournalUnavailableException>(serializer.Deserialize<Exception>(serializer.SerializeToArray(sent)));

        Assert.Equal((fault, "why", retryable), (heard.Fault, heard.Message, heard.Retryable));
    }
}
