using System.Globalization;
using EduAnalytics.Benchmarks.City;

namespace EduAnalytics.Benchmarks.Peers.Systems;

/// <summary>How PostgreSQL keeps the results, so that it answers the comparison as quickly as it can.</summary>
internal static class PostgresTables
{
    /// <summary>The comparison worked out at each question.</summary>
    public const string GroupedView = "comparison_grouped";

    /// <summary>The comparison as of the last refresh.</summary>
    public const string KeptView = "comparison_kept";

    public const string Copy = "COPY fitness_result (school, student, tested_on, grade, sex, score) FROM STDIN (FORMAT csv)";

    public const string Insert = "INSERT INTO fitness_result (school, student, tested_on, grade, sex, score) VALUES ($1, $2, $3, $4, $5, $6)";

    public const string Refresh = $"REFRESH MATERIALIZED VIEW CONCURRENTLY {KeptView}";

    /// <summary>
    /// Keys and indexes after the rows, which is quicker. The second index holds all that the comparison reads, in the order
    /// in which it groups.
    /// </summary>
    public static IReadOnlyList<string> AfterLoad { get; } = [
        "ALTER TABLE fitness_result ADD PRIMARY KEY (student, tested_on)",
        "CREATE INDEX fitness_result_compared ON fitness_result (school, year) INCLUDE (score)",
        "ALTER TABLE fitness_result ADD FOREIGN KEY (school) REFERENCES school",
        "VACUUM (ANALYZE) fitness_result",
        "VACUUM (ANALYZE) school"];

    public static string Create(int schools) => string.Create(CultureInfo.InvariantCulture, $"""
        CREATE TABLE school (id integer PRIMARY KEY, district text NOT NULL);
        INSERT INTO school SELECT number, 'bench-' || number % {GeneratedCity.Districts} FROM generate_series(0, {schools - 1}) AS number;
        CREATE TABLE fitness_result (
            school integer NOT NULL, student text NOT NULL, tested_on date NOT NULL,
            year smallint NOT NULL GENERATED ALWAYS AS (extract(year FROM tested_on)) STORED,
            grade smallint NOT NULL, sex text NOT NULL, score real NOT NULL);
        """);

    /// <summary>Grouped by school before the schools meet their districts, which takes half the time of joining first.</summary>
    public static IReadOnlyList<string> Views { get; } = [
        $"""
        CREATE VIEW {GroupedView} AS
        SELECT district, year, sum(passed)::bigint AS passed, sum(tested)::bigint AS tested, round(100.0 * sum(passed) / sum(tested), 2) AS pass_rate
        FROM (
            SELECT school, year, count(*) FILTER (WHERE score >= 60) AS passed, count(*) AS tested
            FROM fitness_result GROUP BY school, year) AS of_school
        JOIN school ON school.id = of_school.school
        GROUP BY district, year
        """,
        $"CREATE MATERIALIZED VIEW {KeptView} AS SELECT * FROM {GroupedView}",
        $"CREATE UNIQUE INDEX ON {KeptView} (district, year)"];

    public static string Comparison(string view) => $"SELECT district, year, passed, tested, pass_rate FROM {view}";
}
