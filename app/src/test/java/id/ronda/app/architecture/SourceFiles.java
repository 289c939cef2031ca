package id.ronda.app.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** Java sources as javac's own parser sees them, held against the walls. */
final class SourceFiles {

    static final int LONGEST_FILE = 500;
    static final int LONGEST_METHOD = 60;

    private SourceFiles() {}

    /** All Java sources of the modules below the project's folder, without what was generated. */
    static List<Path> of(Path project) throws IOException {
        try (var files = Files.walk(project)) {
            return files.filter(file -> project.relativize(file).toString().matches("[^/]+/src/[^/]+/java/.*\\.java"))
                    .sorted()
                    .toList();
        }
    }

    /** Every fault in these files, one line each with file and line number. */
    static List<String> faults(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    ignored -> {},
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            var scanner = new Scanner(DocTrees.instance(task));
            for (var unit : task.parse()) {
                scanner.scan(unit, null);
            }
            return scanner.faults;
        }
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {

        private final List<String> faults = new ArrayList<>();
        private final DocTrees trees;

        private Scanner(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitCompilationUnit(CompilationUnitTree unit, Void unused) {
            long lines =
                    unit.getLineMap().getLineNumber(trees.getSourcePositions().getEndPosition(unit, unit));
            if (lines > LONGEST_FILE) {
                fault(1, lines + " lines, the wall stands at " + LONGEST_FILE, unit);
            }
            return super.visitCompilationUnit(unit, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            var unit = getCurrentPath().getCompilationUnit();
            var positions = trees.getSourcePositions();
            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
            if (last - first + 1 > LONGEST_METHOD) {
                fault(
                        first,
                        method.getName() + "() has " + (last - first + 1) + " lines, the wall stands at "
                                + LONGEST_METHOD,
                        unit);
            }
            return super.visitMethod(method, null);
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            var unit = getCurrentPath().getCompilationUnit();
            if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    && isOutermost()
                    && trees.getDocComment(getCurrentPath()) == null) {
                long line = unit.getLineMap()
                        .getLineNumber(trees.getSourcePositions().getStartPosition(unit, type));
                fault(line, "public type " + type.getSimpleName() + " has no Javadoc", unit);
            }
            return super.visitClass(type, null);
        }

        private boolean isOutermost() {
            TreePath parent = getCurrentPath().getParentPath();
            return parent.getLeaf() instanceof CompilationUnitTree;
        }

        private void fault(long line, String what, CompilationUnitTree unit) {
            faults.add(unit.getSourceFile().getName() + ":" + line + ": " + what);
        }
    }
}
