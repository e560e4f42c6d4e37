using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using System.Text.RegularExpressions;

namespace Overflight.Mutation;

/// <summary>
/// A process in which the tests run again and again, each time on another image of one library: what does not depend on that library stays
/// loaded and warm, so that a run takes a fraction of what a process of its own would.
/// </summary>
internal sealed partial class TestHost
{
    /// <summary>Tests on random cases see a fault on one day and not on the next: what counts is what is always seen.</summary>
    private const string RandomTests = "*PropertyTests";

    private readonly string _folder, _tests, _library;
    private readonly AssemblyDependencyResolver _resolver;
    private readonly HashSet<string> _dependents;
    private readonly Type _runner;
    private (string Path, Context Context)? _kept;

    private TestHost(string folder, string tests, string library)
    {
        (_folder, _tests, _library) = (folder, tests, library);
        _resolver = new(Path.Combine(folder, tests + ".dll"));
        _dependents = Dependents(folder, library);
        AssemblyLoadContext.Default.Resolving += (context, name) => _resolver.ResolveAssemblyToPath(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => _resolver.ResolveUnmanagedDllToPath(name) is { } path ? System.Runtime.InteropServices.NativeLibrary.Load(path) : 0;
        // Tests look for their files beside themselves.
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", folder + "/");
        _runner = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(folder, "xunit.v3.runner.inproc.console.dll")).GetType("Xunit.Runner.InProc.SystemConsole.ConsoleRunner", throwOnError: true)!;
    }

    /// <summary>
    /// Reads the paths of images, one a line, and answers each with how the tests end, 0 where all pass, and the ids of those that failed.
    /// Behind tabs stand the number of the mutant in an image of many, which is loaded once, and the ids of the tests to run, for all none.
    /// </summary>
    /// <param name="folder">The folder of the test program.</param>
    /// <param name="tests">Its name.</param>
    /// <param name="library">The library's name.</param>
    public static async Task<int> ServeAsync(string folder, string tests, string library)
    {
        var host = new TestHost(folder, tests, library);
        var (input, output) = (Console.In, Console.Out);
        Console.SetOut(TextWriter.Null);
        while (await input.ReadLineAsync() is { } line)
        {
            var (path, number, ids) = line.Split('\t') is [var image, var chosen, var some] ? (image, chosen, some) : (line, null, "");
            var said = new StringWriter();
            var code = await host.RunAsync(number is null ? new(host, await File.ReadAllBytesAsync(path)) : host.Switched(path, number), ids.Split(',', StringSplitOptions.RemoveEmptyEntries), said);
            if (code != 0)
                await File.WriteAllTextAsync(path + ".txt", said.ToString());
            var failed = said.ToString().Split('\n').Where(l => l.Contains("\"test-failed\"", StringComparison.Ordinal)).Select(l => TestCase().Match(l).Groups[1].Value).Distinct();
            await output.WriteLineAsync($"{code} {string.Join(',', failed)}");
            await output.FlushAsync();
        }
        return 0;
    }

    private Context Switched(string path, string number)
    {
        if (_kept?.Path != path)
            _kept = (path, new(this, File.ReadAllBytes(path)));
        var context = _kept.Value.Context;
        context.LoadFromAssemblyName(new(_library)).GetType("MutationSwitch", throwOnError: true)!.GetField("Active")!.SetValue(null, int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
        return context;
    }

    private async Task<int> RunAsync(Context context, string[] ids, TextWriter output)
    {
        var assembly = context.LoadFromAssemblyPath(Path.Combine(_folder, _tests + ".dll"));
        var console = Activator.CreateInstance(_runner, (string[])["-stopOnFail", "-failSkips", "-preEnumerateTheories", "-automated", "-class-", RandomTests, .. ids.SelectMany(id => new[] { "-id", id })], assembly)!;
        try
        {
            return await (Task<int>)_runner.GetMethod("EntryPoint")!.Invoke(console, [TextReader.Null, output])!;
        }
        catch (TargetInvocationException error)
        {
            await output.WriteLineAsync(error.ToString());
            return 1;
        }
        finally
        {
            (console as IDisposable)?.Dispose();
        }
    }

    /// <summary>The assemblies of a folder that refer to a library, themselves or through others.</summary>
    private static HashSet<string> Dependents(string folder, string library)
    {
        var references = Directory.EnumerateFiles(folder, "*.dll").ToDictionary(f => Path.GetFileNameWithoutExtension(f), ReferencesOf);
        HashSet<string> found = [library];
        while (references.FirstOrDefault(r => !found.Contains(r.Key) && r.Value.Any(found.Contains)).Key is { } next)
            found.Add(next);
        return found;
    }

    private static string[] ReferencesOf(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        if (!image.HasMetadata)
            return [];
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }

    [GeneratedRegex("\"TestCaseUniqueID\":\"([0-9a-f:]+)\"")]
    private static partial Regex TestCase();

    private sealed class Context(TestHost host, byte[] image) : AssemblyLoadContext(isCollectible: false)
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == host._library ? LoadFromStream(new MemoryStream(image))
            : host._dependents.Contains(assemblyName.Name!) ? LoadFromAssemblyPath(Path.Combine(host._folder, assemblyName.Name + ".dll"))
            : null;
    }
}
