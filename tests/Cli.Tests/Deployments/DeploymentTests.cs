using EduAnalytics.Cli.Clusters;
using EduAnalytics.Cli.Roles;
using EduAnalytics.Cli.Telemetry.Metrics;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Journal;
using EduAnalytics.Testing;
using Microsoft.Extensions.Configuration;
using Role = EduAnalytics.Cli.Roles.Role;

namespace EduAnalytics.Cli.Tests.Deployments;

/// <summary>The compose file and the Kubernetes manifests say what <c>edu cluster</c> does, in settings that the program reads.</summary>
public sealed class DeploymentTests
{
    private const string Compose = "docker-compose.yml";
    private const string Kubernetes = "deploy/kubernetes";

    private static readonly IReadOnlyList<YamlNode> objects =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, Kubernetes), "*.yaml").Order().SelectMany(path => YamlNode.Read(File.ReadAllText(path)))];

    private static readonly Dictionary<string, IReadOnlyList<DeployedRole>> roles = new()
    {
        [Compose] = DeployedRole.OfCompose(YamlNode.Read(File.ReadAllText(Path.Combine(Repository.Root, Compose))).Single()),
        [Kubernetes] = DeployedRole.OfKubernetes(objects),
    };

    public static TheoryData<string> Both => [Compose, Kubernetes];

    [Theory]
    [MemberData(nameof(Both))]
    public void As_many_of_each_role_run_as_with_edu_cluster(string file) => Assert.Equal(
        [("dashboard", 1), ("gateway", ClusterCommand.UsualGateways), ("migrate", 1), ("silo", ClusterCommand.UsualSilos)],
        roles[file].GroupBy(role => role.Command).OrderBy(alike => alike.Key, StringComparer.Ordinal).Select(alike => (alike.Key, alike.Sum(role => role.Replicas))));

    [Theory]
    [MemberData(nameof(Both))]
    public void Every_setting_is_one_that_the_program_reads(string file)
    {
        var known = Keys<RoleOptions>(RoleOptions.Section).Concat(Keys<JournalOptions>(JournalOptions.Section)).Concat(Keys<AccessOptions>(AccessOptions.Section))
            .Concat(Keys<MetricsOptions>(MetricsOptions.Section));

        Assert.Empty(roles[file].SelectMany(role => role.Settings.Keys).Where(key => !key.StartsWith("OTEL_", StringComparison.Ordinal)).Except(known));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void With_these_settings_each_role_starts_where_others_reach_it_and_nobody_without_sign_in(string file)
    {
        foreach (var role in roles[file].Where(role => role.Command != "migrate"))
        {
            var settings = Read(role);

            if (settings.Role != Role.Silo)
                Assert.True(settings.Listening.ListensEverywhere && settings.Access.Tokens, role.Name);
            Assert.Equal(settings.Role == Role.Dashboard, role.Image == "eduanalytics/edu-drawing");
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Each_role_shows_its_metrics_at_one_port_to_the_network_that_it_is_in(string file)
    {
        foreach (var role in roles[file].Where(role => role.Command != "migrate"))
        {
            var metrics = MetricsOptions.Read(ConfigurationOf(role));

            Assert.Equal((9464, "0.0.0.0"), (metrics.Port, metrics.Bind));
            if (file == Kubernetes)
                Assert.Equal(metrics.Port, role.Ports["metrics"]);
        }
        Assert.All(
            objects.Select(owner => owner["spec"]["template"]).Where(pod => pod["metadata"]["labels"]["role"].Text is "silo" or "gateway" or "dashboard"),
            pod => Assert.Equal(("true", "9464"), (pod["metadata"]["annotations"]["prometheus.io/scrape"].Text, pod["metadata"]["annotations"]["prometheus.io/port"].Text)));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Silos_leave_the_tables_to_the_migration(string file) =>
        Assert.All(roles[file].Where(role => role.Command == "silo"), silo => Assert.False(Read(silo).Options.Migrate));

    [Theory]
    [MemberData(nameof(Both))]
    public void Gateways_and_dashboards_share_their_keys(string file) => Assert.Single(
        roles[file].Where(role => role.Command is "gateway" or "dashboard").Select(role => Read(role).Options.Keys).Distinct(), keys => keys.Length > 0);

    [Fact]
    public void The_dashboard_of_the_compose_file_knows_every_gateway() => Assert.Equal(
        roles[Compose].Where(role => role.Command == "gateway").Select(gateway => gateway.Name).Order(),
        Read(roles[Compose].Single(role => role.Command == "dashboard")).Options.Gateways.Select(gateway => gateway.Host).Order());

    [Fact]
    public void The_ports_of_the_manifests_are_those_that_the_roles_listen_at()
    {
        foreach (var role in roles[Kubernetes].Where(role => role.Command != "migrate"))
        {
            var options = Read(role).Options;
            Assert.Equal(options.Port, role.Ports["http"]);
            if (role.Command == "silo")
                Assert.Equal((options.SiloPort, options.ClientPort), (role.Ports["silos"], role.Ports["gateways"]));
        }
    }

    [Fact]
    public void Services_and_disruption_budgets_find_pods_and_dashboards_find_the_gateways_service()
    {
        var pods = objects.Select(owner => owner["spec"]["template"]["metadata"]["labels"]["role"].Text).OfType<string>().ToHashSet();
        var services = objects.Where(one => one["kind"].Text == "Service").ToList();

        Assert.All(services, service => Assert.Contains(service["spec"]["selector"]["role"].Text!, pods));
        Assert.Equal(
            ["gateway", "silo"],
            objects.Where(one => one["kind"].Text == "PodDisruptionBudget").Select(budget => budget["spec"]["selector"]["matchLabels"]["role"].Text!).Order());
        var asked = Read(roles[Kubernetes].Single(role => role.Command == "dashboard")).Options.Gateways.Single();
        var gateway = services.Single(service => service["metadata"]["name"].Text == asked.Host);
        Assert.Equal($"{asked.Port}", gateway["spec"]["ports"].Items.Single()["port"].Text);
    }

    [Fact]
    public void Whoever_is_reached_by_a_services_address_answers_on_while_the_service_forgets_it()
    {
        var behindServices = objects.Select(owner => owner["spec"]["template"])
            .Where(pod => pod["metadata"]["labels"]["role"].Text is "gateway" or "dashboard").Select(pod => pod["spec"]).ToList();

        Assert.Equal(2, behindServices.Count);
        Assert.All(behindServices, pod =>
        {
            Assert.Equal(["sleep", "5"], pod["containers"].Items.Single()["lifecycle"]["preStop"]["exec"]["command"].Items.Select(word => word.Text));
            Assert.Equal("40", pod["terminationGracePeriodSeconds"].Text);
        });
    }

    [Fact]
    public void Every_container_is_watched_bounded_and_unprivileged()
    {
        foreach (var pod in objects.Select(owner => owner["spec"]["template"]["spec"]).Where(pod => pod["containers"].Items.Count > 0))
        {
            var container = pod["containers"].Items.Single();
            Assert.Equal(("true", "false"), (pod["securityContext"]["runAsNonRoot"].Text, container["securityContext"]["allowPrivilegeEscalation"].Text));
            Assert.NotNull(container["resources"]["requests"]["memory"].Text);
            Assert.NotNull(container["resources"]["limits"]["memory"].Text);
            if (container["name"].Text != "migrate")
                Assert.Equal(
                    ("/health/live", "/health/live", "/health/ready"),
                    (Probed(container, "startupProbe"), Probed(container, "livenessProbe"), Probed(container, "readinessProbe")));
        }
    }

    [Fact]
    public void All_that_the_manifests_refer_to_is_there_but_the_databases_address()
    {
        var named = objects.Select(one => one["metadata"]["name"].Text).OfType<string>().ToHashSet();
        var asked = objects.SelectMany(one => one.All).ToList();

        Assert.All(asked.Select(node => node["persistentVolumeClaim"]["claimName"].Text).OfType<string>(), name => Assert.Contains(name, named));
        Assert.Equal(["edu-database"], asked.Select(node => node["secretKeyRef"]["name"].Text).OfType<string>().Distinct());
        var listed = objects.Single(one => one["kind"].Text == "Kustomization")["resources"].Items.Select(file => file.Text!);
        var files = Directory.GetFiles(Path.Combine(Repository.Root, Kubernetes)).Select(Path.GetFileName).Where(name => name != "kustomization.yaml");
        Assert.Equal(files.Order(), listed.Order());
    }

    private static string? Probed(YamlNode container, string probe) => container[probe]["httpGet"]["path"].Text;

    private static IEnumerable<string> Keys<TOptions>(string section) =>
        typeof(TOptions).GetProperties().Where(property => property.CanWrite).Select(property => $"{section}:{property.Name}".Replace(":", "__", StringComparison.Ordinal));

    private static RoleSettings Read(DeployedRole role) => RoleSettings.Read(Enum.Parse<Role>(role.Command, ignoreCase: true), ConfigurationOf(role));

    private static ConfigurationManager ConfigurationOf(DeployedRole role)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(role.Settings.Select(setting =>
            KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value)));
        return configuration;
    }
}
