using EduAnalytics.Cli.Torture;

namespace EduAnalytics.Cli.Tests.Torture;

/// <summary>What the command line of <c>edu torture</c> refuses before anything is started.</summary>
public sealed class TortureCommandTests
{
    [Theory]
    [InlineData("--cluster", "--faults", "kill,flood")]
    [InlineData("--cluster", "--faults", ",")]
    public void A_fault_that_there_is_not_is_refused_with_those_that_there_are(params string[] options)
    {
        var errors = TortureCommand.Create().Parse(options).Errors;

        Assert.Contains("network,kill,database,pause,gateway,restart", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_of_one_silo_is_refused_since_nobody_could_take_over()
    {
        var errors = TortureCommand.Create().Parse(["--cluster", "--silos", "1"]).Errors;

        Assert.Equal("--silos takes a number from 2 to 20.", Assert.Single(errors).Message);
    }

    [Fact]
    public void A_cluster_takes_no_store_of_somebody_elses()
    {
        var errors = TortureCommand.Create().Parse(["--cluster", "--store", "Host=db"]).Errors;

        Assert.Contains("leave out --store", Assert.Single(errors).Message, StringComparison.Ordinal);
    }
}
