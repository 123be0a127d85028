using System.CommandLine;
using EduAnalytics.Cli.Torture;
using EduAnalytics.Cli.Torture.Clusters;

namespace EduAnalytics.Cli.Tests.Torture;

/// <summary>What the command line of <c>edu torture</c> understands, and refuses before anything is started.</summary>
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

    [Theory]
    [InlineData("", "network,kill,database,pause,gateway,restart")]
    [InlineData("--faults restart,kill,restart", "restart,kill,restart")]
    public void Faults_come_in_the_order_that_was_asked_for_and_all_where_none_was(string options, string names)
    {
        var faults = new FaultsOption();

        var chosen = faults.Chosen(new Command("torture") { faults }.Parse(options));

        Assert.Equal(names, string.Join(',', chosen.Select(fault => fault.Name)));
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
