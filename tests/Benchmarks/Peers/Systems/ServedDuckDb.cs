using System.Collections.Concurrent;
using System.Globalization;
using DuckDB.NET.Data;
using EduAnalytics.Benchmarks.City;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Benchmarks.Peers.Systems;

/// <summary>
/// DuckDB in a process of its own: its file, a connection for each question under way, and an address for each thing that the
/// run asks of it. The table has no key: by its own documentation a key costs it the load's speed, and so a result sent twice
/// would count twice here.
/// </summary>
internal sealed class ServedDuckDb : IDisposable
{
    /// <summary>What the process is started with.</summary>
    public const string Name = "duckdb-server";

    private const string Comparison = """
        SELECT district, year, count(*) FILTER (WHERE score >= 60) AS passed, count(*) AS tested,
            round(100.0 * count(*) FILTER (WHERE score >= 60) / count(*), 2) AS pass_rate
        FROM fitness_result JOIN school ON school.id = fitness_result.school
        GROUP BY district, year
        """;

    private readonly DuckDBConnection first;
    private readonly ConcurrentBag<DuckDBConnection> idle = [];

    private ServedDuckDb(string file)
    {
        first = new DuckDBConnection($"Data Source={file}");
        first.Open();
    }

    internal sealed record Tables(int Schools);

    internal sealed record Files(string Pattern);

    /// <summary>Serves until its standard input ends. The first line that it says is its version.</summary>
    public static async Task Run(int port, string file)
    {
        using var served = new ServedDuckDb(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        await using var app = builder.Build();
        app.MapPost("/tables", (Tables tables) => served.Create(tables.Schools));
        app.MapPost("/files", (Files files) => served.Load(files.Pattern));
        app.MapPost("/results", (FitnessResult result) => served.Add(result));
        app.MapGet("/comparison", served.Compare);
        app.MapGet("/tested", (int year) => served.Number($"SELECT count(*) FROM fitness_result WHERE year = {year}"));
        await app.StartAsync();
        Console.WriteLine(served.first.ServerVersion);
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    public void Dispose()
    {
        foreach (var connection in idle)
            connection.Dispose();
        first.Dispose();
    }

    private void Create(int schools) => Execute(string.Create(CultureInfo.InvariantCulture, $"""
        CREATE TABLE school (id INTEGER, district VARCHAR);
        INSERT INTO school SELECT number, 'bench-' || number % {GeneratedCity.Districts} FROM range({schools}) AS numbers(number);
        CREATE TABLE fitness_result (school INTEGER, student VARCHAR, tested_on DATE, year SMALLINT, grade TINYINT, sex VARCHAR, score FLOAT)
        """));

    private void Load(string pattern) => Execute($$"""
        INSERT INTO fitness_result
        SELECT school, student, tested_on, year(tested_on), grade, sex, score
        FROM read_csv('{{pattern}}', header = false, columns = {
            'school': 'INTEGER', 'student': 'VARCHAR', 'tested_on': 'DATE', 'grade': 'TINYINT', 'sex': 'VARCHAR', 'score': 'FLOAT' })
        """);

    private void Add(FitnessResult result) => With(connection =>
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO fitness_result VALUES ($1, $2, $3, $4, $5, $6, $7)";
        foreach (var value in new object[] { result.School, result.Student, result.TestedOn, result.TestedOn.Year, result.Grade, result.Sex, result.Score })
            insert.Parameters.Add(new DuckDBParameter(value));
        return insert.ExecuteNonQuery();
    });

    private List<ComparedCell> Compare() => With(connection =>
    {
        using var question = connection.CreateCommand();
        question.CommandText = Comparison;
        using var rows = question.ExecuteReader();
        var cells = new List<ComparedCell>();
        while (rows.Read())
            cells.Add(new ComparedCell(rows.GetString(0), rows.GetInt16(1), rows.GetInt64(2), rows.GetInt64(3)));
        return cells;
    });

    private long Number(FormattableString sql) => With(connection =>
    {
        using var question = connection.CreateCommand();
        question.CommandText = sql.ToString(CultureInfo.InvariantCulture);
        return Convert.ToInt64(question.ExecuteScalar(), CultureInfo.InvariantCulture);
    });

    private void Execute(string sql) => With(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    });

    private T With<T>(Func<DuckDBConnection, T> use)
    {
        if (!idle.TryTake(out var connection))
        {
            connection = new DuckDBConnection(first.ConnectionString);
            connection.Open();
        }

        try
        {
            return use(connection);
        }
        finally
        {
            idle.Add(connection);
        }
    }
}
