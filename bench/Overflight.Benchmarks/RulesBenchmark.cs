using System.Diagnostics;
using Overflight.Airspace;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using Overflight.Tracks;

namespace Overflight.Benchmarks;

/// <summary>
/// Plans of the exercise's papers, each shifted a little so that no two are alike, judged by every rule, their paths' airspace worked out anew: on one core.
/// There is no peer: no planning or ground-control system here has such rules; the aim is 10,000 sorties by 25 rules in 10 s.
/// </summary>
internal static class RulesBenchmark
{
    private const int Sorties = 10_000;

    public static void Run(AirspaceIndex index, string papers)
    {
        var (documents, problems) = DocumentFolder.Read(papers);
        if (problems.Count > 0)
            throw new InvalidOperationException(problems[0]);
        var judge = new SortieJudge(index, documents);
        var plans = documents.All.OfType<Sortie>().ToArray();
        var now = UtcInstant.From(new DateTimeOffset(2026, 2, 25, 0, 0, 0, TimeSpan.Zero));
        for (var i = 0; i < 500; i++)
            judge.Plan(Shifted(plans[i % plans.Length], i), now);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var (permitted, answers) = (0, 0);
        for (var i = 0; i < Sorties; i++)
        {
            var decision = judge.Plan(Shifted(plans[i % plans.Length], i), now);
            permitted += decision.IsPermitted ? 1 : 0;
            answers += decision.Answers.Count;
        }
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine($"Rules: {Sorties:N0} plans, {BuiltInRules.All.Count} rules each, {answers:N0} answers, {permitted:N0} permitted: {seconds:0.0} s of processor time, {seconds / Sorties * 1e3:0.00} ms a plan (aim: 10 s for 25 rules)");
    }

    private static Sortie Shifted(Sortie plan, int number) => plan with
    {
        Route = plan.Route with
        {
            Points = [.. plan.Route.Points.Select((p, i) => i == 0 || i == plan.Route.Points.Count - 1 ? p : p with { Latitude = p.Latitude + number % 101 * 1e-3, Longitude = p.Longitude - number % 97 * 1e-3 })],
        },
    };
}
