using Overflight.Mutation;

if (args.Length == 0 || args.Contains("--help") || args.Contains("-h"))
{
    Console.WriteLine(MutationOptions.Help);
    return args.Length == 0 ? 2 : 0;
}
if (args is ["host", var folder, var program, var changed])
    return await TestHost.ServeAsync(folder, program, changed);
try
{
    return await RunAsync(MutationOptions.Parse(args), Directory.GetCurrentDirectory());
}
catch (Exception error) when (error is ArgumentException or InvalidOperationException or IOException or InvalidDataException)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 2;
}

static async Task<int> RunAsync(MutationOptions options, string root)
{
    var (name, tests) = ($"Overflight.{options.Library}", $"Overflight.{options.Library}.Tests");
    var project = Path.Combine(root, "src", name, name + ".csproj");
    if (!File.Exists(project))
        throw new ArgumentException($"there is no {project}");
    Command.Output("dotnet", "build", Path.Combine(root, "tests", tests), "-c", "Release", "-v", "quiet", "-m:2");
    var library = LibraryCompilation.Of(project);
    var work = Directory.CreateDirectory(Path.Combine(root, "artifacts", "mutation")).FullName;
    var survivors = Path.Combine(work, options.Library + ".survivors");
    var last = options.Survivors ? File.ReadAllLines(survivors).Select(line => line.Split(' ')[0]).ToHashSet() : null;
    var mutants = library.Mutants(options.Files).Where(m => (last?.Contains(m.Id) ?? true) && (options.Only.Count == 0 || options.Only.Contains(m.Id))).ToArray();
    if (options.List)
    {
        foreach (var mutant in mutants)
            Console.WriteLine(mutant);
        return 0;
    }

    var copy = Path.Combine(work, options.Library);
    Files.Copy(Path.Combine(root, "tests", tests, "bin", "Release", "net10.0"), copy);
    var benches = Enumerable.Range(0, options.Parallel).Select(i => new TestBench(copy, tests, name, Path.Combine(work, $"{options.Library}-{i}.image"))).ToArray();
    var usual = await benches[0].MeasureAsync(library.Original);
    var explained = Path.Combine(root, "tests", "mutation", options.Library + ".explained");
    var explanations = Explanations.Parse(File.Exists(explained) ? File.ReadLines(explained) : []);
    var run = new MutationRun(library, benches, usual, explanations, Path.Combine(work, options.Library + ".many"));
    if (options.Each)
        mutants = [.. run.FirstOfEach(mutants)];
    Console.WriteLine($"{mutants.Length} mutants of {name}; the tests take {usual.TotalSeconds:0.0} s");
    var results = await run.AllAsync(mutants, Console.Out);
    foreach (var bench in benches)
        bench.Dispose();
    Report.Write(Console.Out, results);
    var unseen = results.Where(r => r.Outcome == Outcome.Survived).Select(r => r.Mutant).ToArray();
    if (!options.Each)
        File.WriteAllLines(survivors, unseen.Select(m => m.ToString()));
    if (options is { Files.Count: 0, Only.Count: 0, Survivors: false, Each: false })
    {
        foreach (var id in explanations.Stale(results))
            Console.WriteLine($"explained, but no longer a survivor: {id}");
    }
    return unseen.Length == 0 ? 0 : 1;
}
