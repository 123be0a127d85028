namespace EduAnalytics.Architecture.Tests.Compose;

public sealed class ComposeTests
{
    private static readonly ComposeFile Compose = ComposeFile.Parse(Repository.Read("docker-compose.yml"));

    [Fact]
    public void The_cluster_has_a_database_its_migration_three_silos_two_gateways_and_a_dashboard() =>
        Assert.Equal(["dashboard", "gateway1", "gateway2", "migrate", "postgres", "silo1", "silo2", "silo3"], Compose.Services.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void All_that_the_compose_file_names_is_there() => Breaches.MustBeNone(Compose.Breaches(Read), "docker-compose.yml:");

    [Theory]
    [InlineData("{ image: x, build: { dockerfile: docker/Nowhere, target: edu } }")]
    [InlineData("{ image: x, build: { dockerfile: docker/Dockerfile, target: nowhere } }")]
    [InlineData("{ image: x, depends_on: { nowhere: { condition: service_healthy } } }")]
    [InlineData("{ build: { dockerfile: docker/Dockerfile, target: edu } }")]
    public void A_compose_file_that_names_what_is_not_there_is_found(string service) =>
        Assert.Single(ComposeFile.Parse($"services: {{ silo: {service} }}").Breaches(Read));

    [Fact]
    public void The_image_is_built_from_files_that_are_there() => Breaches.MustBeNone(
        Copied(Repository.Read("docker/Dockerfile")).Where(path => !Exists(path)), "docker/Dockerfile copies what is not there:");

    [Fact]
    public void The_image_runs_unprivileged_and_says_whether_it_is_ready()
    {
        var lines = Repository.Read("docker/Dockerfile").Split('\n');

        Assert.Equal("USER $APP_UID", lines.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
    }

    private static string? Read(string path) => Repository.Files.Contains(path) ? Repository.Read(path) : null;

    private static bool Exists(string path) =>
        Repository.Files.Any(file => file == path || file.StartsWith(path + "/", StringComparison.Ordinal));

    // Sources only: without options and without the last word, which is the place in the image.
    private static IEnumerable<string> Copied(string dockerfile) => dockerfile.Split('\n')
        .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=", StringComparison.Ordinal))
        .SelectMany(line => line.Split(' ')[1..^1].Where(word => !word.StartsWith("--", StringComparison.Ordinal)));
}
